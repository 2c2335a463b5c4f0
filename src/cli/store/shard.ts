import { StartError } from "../../server/start-error.ts";
import { databaseOf } from "../../store/mask-uri.ts";
import { maskUri } from "../../store/mask-uri.ts";
import { collectionNames, collections } from "../../store/mongodb/collections.ts";
import type { CollectionDefinition } from "../../store/mongodb/collections.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { configuredHome, homeFlags, withHome } from "./home.ts";

export const shardCommand: Command = {
  positionals: [],
  flags: [...homeFlags, { name: "apply", text: "Run the commands instead of printing them." }],
  more:
    "Prints what to paste into mongosh on a sharded cluster. With --apply the same is done here, which needs a connection to\n" +
    "mongos and the rights for it. Doing it again does no harm. Why which key: docs/mongodb.md.",
  async run(parsed) {
    const choice = configuredHome(settingsOf(parsed));
    if (choice.kind !== "mongodb") {
      throw new StartError(
        "The embedded store cannot be sharded: name a MongoDB with --store or mongodb.uri.",
      );
    }
    const { uri } = choice;
    const database = choice.database ?? databaseOf(uri);
    if (!parsed.values.has("apply")) {
      await printed(shardScript(database));
      return 0;
    }
    const { MongoClient } = await import("mongodb");
    // The collections have to be there, and this says in words what is wrong with the server.
    await withHome(choice, "shard", true, async () => {
      const client = new MongoClient(uri);
      try {
        const hello = await client.db("admin").command({ hello: 1 });
        if (hello["msg"] !== "isdbgrid") {
          throw new StartError(
            `${maskUri(uri)} is no sharded cluster: connect to its mongos. Nothing was changed.`,
          );
        }
        const admin = client.db("admin");
        await admin.command({ enableSharding: database });
        for (const { collection, key } of shardKeys()) {
          await client.db(database).collection(collection).createIndex(key);
          await admin.command({ shardCollection: `${database}.${collection}`, key });
          await printed(`${collection} is sharded by ${JSON.stringify(key)}\n`);
        }
      } finally {
        await client.close();
      }
    });
    return 0;
  },
};

/** The collections that are worth more than one shard, with their keys. */
function shardKeys(): { collection: string; key: Record<string, 1 | "hashed"> }[] {
  return collectionNames.flatMap((collection) => {
    const { shardKey: key }: CollectionDefinition = collections[collection];
    return key === null ? [] : [{ collection, key }];
  });
}

/** What makes them so, as lines for mongosh: a collection that holds something needs an index on its key first. */
function shardScript(database: string): string {
  const name = JSON.stringify(database);
  const lines = shardKeys().flatMap(({ collection, key }) => [
    `db.getSiblingDB(${name}).getCollection(${JSON.stringify(collection)}).createIndex(${JSON.stringify(key)})`,
    `sh.shardCollection(${JSON.stringify(`${database}.${collection}`)}, ${JSON.stringify(key)})`,
  ]);
  return [`sh.enableSharding(${name})`, ...lines, ""].join("\n");
}
