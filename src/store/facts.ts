import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { orDamage } from "./embedded/damage.ts";
import { databaseOf } from "./mask-uri.ts";
import type { HomeChoice } from "./open.ts";

/** What a home says of itself besides its content. */
export interface StoreFacts {
  /** Number of the newest migration that was applied; null where there is none yet. */
  schema: number | null;
  /** Seconds after which a collection's documents are removed; those that stay for ever are not listed. */
  expire: Record<string, number>;
}

/** Beyond this an index says "never": it must name some number. */
const never = 2 ** 31 - 1;

/** Reads the facts beside an open store; changes nothing. */
export async function storeFacts(choice: HomeChoice): Promise<StoreFacts> {
  return choice.kind === "embedded"
    ? sqliteFacts(choice.folder)
    : await mongoFacts(choice.uri, choice.database);
}

function sqliteFacts(folder: string): StoreFacts {
  const file = join(folder, "stationmaster.db");
  if (!existsSync(file)) return { schema: null, expire: {} };
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const row = db.prepare("SELECT max(version) AS version FROM migrations").get();
    return { schema: Number(row?.["version"] ?? 0), expire: {} };
  } catch (error) {
    throw orDamage(error, file);
  } finally {
    db.close();
  }
}

async function mongoFacts(uri: string, database: string | null): Promise<StoreFacts> {
  const { MongoClient } = await import("mongodb");
  const { schemaVersions } = await import("./mongodb/collections.ts");
  const client = new MongoClient(uri);
  try {
    const db = client.db(database ?? databaseOf(uri));
    const newest = await db
      .collection<{ _id: number }>(schemaVersions)
      .find({ _id: { $gt: 0 } })
      .sort({ _id: -1 })
      .limit(1)
      .next();
    const expire: Record<string, number> = {};
    for (const info of await db.listCollections().toArray()) {
      const options: { expireAfterSeconds?: unknown } = "options" in info ? (info.options ?? {}) : {};
      const series = Number(options.expireAfterSeconds ?? 0);
      const isPlain = info.type === "collection" && !info.name.startsWith("system.");
      const indexes = isPlain ? await db.collection(info.name).listIndexes().toArray() : [];
      const seconds = [series, ...indexes.map((index) => Number(index["expireAfterSeconds"] ?? 0))];
      const shortest = seconds.filter((value) => value > 0 && value < never);
      if (shortest.length > 0) expire[info.name] = Math.min(...shortest);
    }
    return { schema: newest?._id ?? null, expire };
  } finally {
    await client.close();
  }
}
