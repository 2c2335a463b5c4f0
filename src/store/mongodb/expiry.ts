import type { Db } from "mongodb";
import { collectionNames, collections, ordinaryIndexes } from "./collections.ts";
import type { CollectionDefinition, CollectionName, Expiring } from "./collections.ts";

/** Days; 0 is never. */
export type Expiry = Readonly<Record<Expiring, number>>;

const day = 86_400;
/** What an index that must have a number says for never. */
const never = 2 ** 31 - 1;

/** Null: for ever. */
export function secondsKept(days: number): number | null {
  return days === 0 ? null : Math.round(days * day);
}

/**
 * Makes the server remove what is older than configured. What belongs to a frame stays a day longer than the frame: a time
 * series loses whole buckets, a while after their last document was due.
 */
export async function setExpiry(db: Db, timeSeries: boolean, expiry: Expiry): Promise<void> {
  const there = new Map((await db.listCollections().toArray()).map((info) => [info.name, info]));
  for (const name of collectionNames) {
    const definition: CollectionDefinition = collections[name];
    if (definition.expires === undefined) continue;
    const days = expiry[definition.expires];
    if (definition.timeSeries !== undefined && timeSeries) {
      const info = there.get(name);
      const now = info !== undefined && "options" in info ? info.options?.["expireAfterSeconds"] : undefined;
      const seconds = secondsKept(days);
      if (Number(now ?? -1) !== (seconds ?? -1))
        await db.command({ collMod: name, expireAfterSeconds: seconds ?? "off" });
    } else {
      const slack = definition.timeSeries === undefined ? day : 0;
      const seconds = days === 0 ? never : Math.min(Math.round(days * day) + slack, never);
      await setIndexExpiry(db, name, definition, seconds);
    }
  }
}

async function setIndexExpiry(
  db: Db,
  name: CollectionName,
  definition: CollectionDefinition,
  seconds: number,
): Promise<void> {
  const index = ordinaryIndexes(definition).find(({ expiring }) => expiring === true);
  if (index === undefined) return;
  const indexes = await db.collection(name).listIndexes().toArray();
  const now = indexes.find((other) => other.name === index.name);
  if (Number(now?.["expireAfterSeconds"] ?? -1) === seconds) return;
  await db.command({ collMod: name, index: { name: index.name, expireAfterSeconds: seconds } });
}
