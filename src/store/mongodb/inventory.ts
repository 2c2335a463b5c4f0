import type { Db, Document } from "mongodb";
import type { CollectionSize } from "../store.ts";
import { collectionNames } from "./collections.ts";

/** What serves another collection counts with it. */
const serves: Readonly<Record<string, string>> = { frame_parts: "frames", answers: "frames" };

/** See `Store.inventory`. */
export async function takeInventory(db: Db): Promise<CollectionSize[]> {
  const sizes = new Map<string, CollectionSize>();
  for (const name of collectionNames) {
    const whole = serves[name] ?? name;
    const count = await db.collection(name).estimatedDocumentCount();
    const bytes = await bytesOf(db, name, count);
    const size = sizes.get(whole);
    if (size === undefined) sizes.set(whole, { collection: name, count, bytes });
    else if (bytes !== null && size.bytes !== null) size.bytes += bytes;
  }
  return [...sizes.values()];
}

/** On the disk, with indexes; null where the server does not say or this user may not ask. */
async function bytesOf(db: Db, name: string, count: number): Promise<number | null> {
  try {
    const parts = await db
      .collection(name)
      .aggregate([{ $collStats: { storageStats: {} } }])
      .toArray();
    // One entry per shard.
    const bytes = parts.reduce((sum, { storageStats }) => sum + sizeOf(storageStats), 0);
    return bytes === 0 && count > 0 ? null : bytes;
  } catch {
    return null;
  }
}

function sizeOf(stats: unknown): number {
  const { storageSize, totalIndexSize } = (stats ?? {}) as Document;
  return Number(storageSize ?? 0) + Number(totalIndexSize ?? 0);
}
