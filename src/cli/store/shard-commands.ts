import { collectionNames, collections } from "../../store/mongodb/collections.ts";
import type { CollectionDefinition } from "../../store/mongodb/collections.ts";

/** What makes one collection sharded. */
export interface ShardCommand {
  collection: string;
  key: Record<string, 1 | "hashed">;
  /** A collection that holds something needs an index on its key first. */
  index: Record<string, 1 | "hashed">;
}

/** The collections that are worth more than one shard, with their keys. */
export function shardCommands(): ShardCommand[] {
  return collectionNames.flatMap((collection) => {
    const { shardKey }: CollectionDefinition = collections[collection];
    return shardKey === null ? [] : [{ collection, key: shardKey, index: shardKey }];
  });
}

/** The same as lines for mongosh. */
export function shardScript(database: string): string {
  const name = JSON.stringify(database);
  const lines = shardCommands().flatMap(({ collection, key, index }) => [
    `db.getSiblingDB(${name}).getCollection(${JSON.stringify(collection)}).createIndex(${JSON.stringify(index)})`,
    `sh.shardCollection(${JSON.stringify(`${database}.${collection}`)}, ${JSON.stringify(key)})`,
  ]);
  return [`sh.enableSharding(${name})`, ...lines, ""].join("\n");
}
