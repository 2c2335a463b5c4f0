import type { ClientSession, Db, MongoClient } from "mongodb";
import type { StoreIdentity } from "../store.ts";
import type { Watcher } from "./read/watch.ts";
import type { ServerFacts } from "./server-facts.ts";

/** What all parts of the home share. */
export interface HomeParts {
  client: MongoClient;
  db: Db;
  facts: ServerFacts;
  /** See `migrate`. */
  home: string;
  identity: StoreIdentity;
  /** Must be told of removals before they are made. */
  watcher: Pick<Watcher, "willRemove">;
}

/** For commands inside and outside of a transaction. */
export type Scope = { session?: ClientSession };

/**
 * Runs the writes all or none where the server can; elsewhere one after the other, so their order must be one that can
 * break off anywhere. `work` may run several times.
 */
export async function allOrNone(
  { client, facts }: Pick<HomeParts, "client" | "facts">,
  work: (scope: Scope) => Promise<void>,
): Promise<void> {
  if (facts.transactions)
    await client.withSession((session) => session.withTransaction(() => work({ session })));
  else await work({});
}
