import { freshDatabase } from "./database.ts";
import type { MongoServer } from "./options.ts";
import { serverVersion, withClient } from "./prepare.ts";

/** A server that is not ours: databases of our own on it, dropped when it is stopped. It cannot be killed or paused. */
export async function useServer(
  uri: string,
  kind: MongoServer["kind"] = "given",
  whose: string = "the server that MONGODB_URI names",
): Promise<MongoServer> {
  const version = await serverVersion(uri);
  const made: string[] = [];
  const refuse = (what: string) => (): never => {
    throw new Error(`${whose} cannot be ${what} by a test`);
  };
  return {
    uri,
    address: new URL(uri).host,
    kind,
    version,
    pid: null,
    folder: null,
    database: () => {
      const name = freshDatabase();
      made.push(name);
      return name;
    },
    kill: async () => refuse("killed")(),
    restart: async () => refuse("restarted")(),
    pause: refuse("paused"),
    resume: refuse("resumed"),
    stop: async () => {
      if (made.length === 0) return;
      await withClient(uri, async (client) => {
        for (const name of made.splice(0)) await client.db(name).dropDatabase();
      });
    },
  };
}
