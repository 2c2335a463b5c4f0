import { MongoServerError } from "mongodb";
import type { CreateCollectionOptions, Db, IndexDescription } from "mongodb";
import { documentCollectionNames } from "../collections.ts";
import { collectionNames, collections, ordinaryIndexes } from "./collections.ts";
import type { CollectionDefinition, CollectionName } from "./collections.ts";
import { secondsKept } from "./expiry.ts";
import type { Expiry } from "./expiry.ts";

/**
 * BadValue, FailedToParse, IllegalOperation, CommandNotFound, InvalidOptions, CommandNotSupported, NotImplemented, unknown
 * member, and what FerretDB and DocumentDB say: the server has no time series.
 */
const unsupported = new Set([2, 9, 20, 59, 72, 115, 238, 303, 40_415]);
const namespaceExists = 48;
/** Until `setExpiry` says how long. */
const never = 2 ** 31 - 1;

/**
 * Makes all collections that are not there, or of these names. Returns whether the server has time series; where it has none,
 * or `timeSeries` is false, ordinary collections take their place. `expire`: how long time series keep things from the beginning;
 * absent: for ever.
 */
export async function createCollections(
  db: Db,
  timeSeries: boolean,
  expire?: Expiry,
  names: readonly CollectionName[] = collectionNames,
): Promise<boolean> {
  const there = new Map((await db.listCollections().toArray()).map((info) => [info.name, info]));
  let series = timeSeries;
  // A first attempt that was broken off has decided already.
  const frames = there.get("frames");
  if (frames !== undefined && "options" in frames) series = frames.options?.["timeseries"] !== undefined;
  for (const name of names) {
    const definition = collections[name];
    if (definition.timeSeries !== undefined && series && !there.has(name))
      series = await createSeries(db, name, definition, expire);
    if (definition.timeSeries === undefined || !series)
      await createOrdinary(db, name, definition, there.has(name));
    await createIndexes(db, name, series ? definition.indexes : ordinaryIndexes(definition));
  }
  return series;
}

/** Makes the document collections that came with a later version than the database: they need no migration. */
export async function createMissing(db: Db): Promise<void> {
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const missing = documentCollectionNames.filter((name) => !there.has(name));
  // None of them is a time series.
  if (missing.length > 0) await createCollections(db, false, undefined, missing);
}

/** Returns false where the server has no time series. */
async function createSeries(
  db: Db,
  name: CollectionName,
  { timeSeries, expires }: CollectionDefinition,
  expire: Expiry | undefined,
): Promise<boolean> {
  const seconds = expire === undefined || expires === undefined ? null : secondsKept(expire[expires]);
  try {
    const options = { timeField: "t", metaField: "meta", ...timeSeries };
    await db.createCollection(name, {
      timeseries: options,
      ...(seconds === null ? {} : { expireAfterSeconds: seconds }),
    });
    return true;
  } catch (error) {
    if (name === "frames" && error instanceof MongoServerError && unsupported.has(Number(error.code)))
      return false;
    throw error;
  }
}

async function createOrdinary(
  db: Db,
  name: CollectionName,
  { validator }: CollectionDefinition,
  there: boolean,
): Promise<void> {
  const rules: CreateCollectionOptions =
    validator === undefined ? {} : { validator: { $jsonSchema: validator }, validationLevel: "strict" };
  try {
    if (!there) await db.createCollection(name, rules);
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    if (error.code === namespaceExists) return;
    // A server of the same protocol may have no validators. Ours guard against foreign hands only.
    if (validator === undefined || !unsupported.has(Number(error.code))) throw error;
    await db.createCollection(name);
  }
}

async function createIndexes(
  db: Db,
  name: CollectionName,
  indexes: readonly CollectionDefinition["indexes"][number][],
): Promise<void> {
  if (indexes.length === 0) return;
  const specifications: IndexDescription[] = indexes.map(({ name, key, unique, sparse, expiring }) => ({
    name,
    key,
    ...(unique === true ? { unique } : {}),
    ...(sparse === true ? { sparse } : {}),
    ...(expiring === true ? { expireAfterSeconds: never } : {}),
  }));
  await db.collection(name).createIndexes(specifications);
}
