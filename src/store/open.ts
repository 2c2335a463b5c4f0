import type { Store, StoreIdentity } from "./store.ts";

/** Which home, and why this one: `why` goes on from "because". */
export type HomeChoice =
  | { kind: "embedded"; folder: string; why: string }
  | {
      kind: "mongodb";
      /** With its secrets: show `maskUri(uri)`. */
      uri: string;
      database: string | null;
      /** Days; 0 is never. */
      expire: { frames: number; samples: number; events: number };
      why: string;
    };

/**
 * Opens a home. `command`: only for a while, so nobody is entered among the writers where that is possible, and what
 * expires when stays as it is. `look`: only to read, so a MongoDB must be a store already and stays as it is. Rejects with
 * `StoreOpenError` when that is not possible. `locked`: the caller holds the lock of the embedded home's folder. `unfinished`: to
 * go on with a copy or restore, or to look at it. `tell` hears what the opening waits for, when that takes long.
 */
export async function openStore(
  choice: HomeChoice,
  identity: StoreIdentity,
  options: {
    locked?: boolean;
    command?: boolean;
    look?: boolean;
    unfinished?: boolean;
    tell?: (text: string) => void;
  } = {},
): Promise<Store> {
  if (choice.kind === "embedded") {
    const { openEmbeddedStore } = await import("./embedded/open.ts");
    const { command, look: _, ...rest } = options;
    return await openEmbeddedStore(choice.folder, command === true ? rest : { ...rest, identity });
  }
  const { openMongoStore } = await import("./mongodb/open.ts");
  const { uri, database, expire } = choice;
  return await openMongoStore({
    uri,
    identity,
    ...(options.command === true ? {} : { expire }),
    ...(options.look === true ? { look: true } : {}),
    ...(options.unfinished === true ? { unfinished: true } : {}),
    ...(database === null ? {} : { database }),
  });
}
