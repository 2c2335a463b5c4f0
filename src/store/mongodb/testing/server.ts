import { findMongo } from "./find.ts";
import { useServer } from "./given.ts";
import type { MongoOptions, MongoServer } from "./options.ts";
import { startOwn } from "./own.ts";

export type { MongoKind, MongoOptions, MongoServer, MongoTls, MongoUser } from "./options.ts";

/**
 * A MongoDB server for a test: the first of the server named by MONGODB_URI, a mongod on the path, a mongod downloaded by
 * mongodb-memory-server, SecantusDB. A given server cannot be started with options: use `describeWithMongo` with `own: true`,
 * which skips such tests there.
 */
export async function startMongo(options: MongoOptions = {}): Promise<MongoServer> {
  const found = await findMongo();
  if ("missing" in found) throw new Error(`no MongoDB server for the tests: ${found.missing}`);
  if (found.kind !== "given") return startOwn(found, options);
  if (Object.keys(options).length > 0) {
    throw new Error(
      `the server that MONGODB_URI names cannot be started with ${Object.keys(options).join(", ")}`,
    );
  }
  return useServer(found.uri);
}
