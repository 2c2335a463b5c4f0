import type { Db, Document } from "mongodb";
import type { CollectionSize } from "../store.ts";
import { collectionNames } from "./collections.ts";
import { usualTimes } from "./read/bounds.ts";
import { WindowWalk } from "./read/window-walk.ts";
import { firstTime, lastTime } from "./series-time.ts";

/** What serves another collection counts with it. */
const serves: Readonly<Record<string, string>> = {
  frame_parts: "frames",
  answers: "frames",
  last_heard: "frames",
};

/** How long the documents of a time series are counted, ms. */
const usualPatience = 2000;

/** See `Store.inventory`. MongoDB knows how many documents a collection has, but of a time series only how many buckets. */
export async function takeInventory(db: Db, patience = usualPatience): Promise<CollectionSize[]> {
  const series = await seriesOf(db);
  const sizes = new Map<string, CollectionSize>();
  for (const name of collectionNames) {
    const whole = serves[name] ?? name;
    const count = series.has(name)
      ? await countFor(db, name, patience)
      : await db.collection(name).estimatedDocumentCount();
    const bytes = await bytesOf(db, name, count);
    const size = sizes.get(whole);
    if (size === undefined) sizes.set(whole, { collection: name, count, bytes });
    else if (bytes !== null && size.bytes !== null) size.bytes += bytes;
  }
  return [...sizes.values()];
}

async function seriesOf(db: Db): Promise<Set<string>> {
  const infos = await db.listCollections().toArray();
  const series = infos.filter((info) => "options" in info && info.options?.["timeseries"] !== undefined);
  return new Set(series.map(({ name }) => name));
}

/** Window by window; null when there are more than can be counted in `patience` (ms). */
async function countFor(db: Db, name: string, patience: number): Promise<number | null> {
  const until = performance.now() + patience;
  const walk = new WindowWalk({
    collection: db.collection(name),
    order: "newest",
    byAt: false,
    indexed: [],
    others: [],
    low: firstTime,
    high: lastTime + 1,
    usual: await usualTimes(db, "newest"),
  });
  let count = 0;
  while (!walk.done) {
    if (performance.now() >= until) return null;
    count += (await walk.countStep()).all;
  }
  return count;
}

/** On the disk, with indexes; null where the server does not say or this user may not ask. */
async function bytesOf(db: Db, name: string, count: number | null): Promise<number | null> {
  try {
    const parts = await db
      .collection(name)
      .aggregate([{ $collStats: { storageStats: {} } }])
      .toArray();
    // One entry per shard.
    const bytes = parts.reduce((sum, { storageStats }) => sum + sizeOf(storageStats), 0);
    return bytes === 0 && count !== 0 ? null : bytes;
  } catch {
    return null;
  }
}

function sizeOf(stats: unknown): number {
  const { storageSize, totalIndexSize } = (stats ?? {}) as Document;
  return Number(storageSize ?? 0) + Number(totalIndexSize ?? 0);
}
