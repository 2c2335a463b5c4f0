import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Db } from "mongodb";
import { hasCode } from "../../error-text.ts";
import { StoreOpenError } from "../open-error.ts";
import { duplicateKey } from "./append/refused.ts";
import { collectionNames, schemaVersions } from "./collections.ts";
import { createCollections } from "./create-collections.ts";
import type { Expiry } from "./expiry.ts";
import { noteAllHeard } from "./last-heard.ts";
import { serverTime } from "./writers.ts";

interface Migration {
  version: number;
  text: string;
  /** May be broken off at any place and run again from the start. `expire`: for what it makes; absent: for ever. */
  run(db: Db, made: Made, expire?: Expiry): Promise<void>;
}

/** What a migration found out; kept with its record. */
interface Made {
  timeSeries: boolean;
  /** Of this database and no other, also none of the same name before or after. */
  home: string;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    text: "collections, indexes and validators",
    run: async (db, made, expire) => {
      made.timeSeries = await createCollections(db, made.timeSeries, expire);
    },
  },
  {
    version: 2,
    text: "when stations were last heard of",
    run: async (db, made, expire) => {
      await createCollections(db, made.timeSeries, expire, ["last_heard"]);
      await noteAllHeard(db);
    },
  },
  {
    version: 3,
    text: "states of stations",
    run: async (db, made, expire) => {
      await createCollections(db, made.timeSeries, expire, ["station_states"]);
    },
  },
];

/** One per migration that was applied. */
interface VersionDocument extends Made {
  _id: number;
  product: "stationmaster";
  text: string;
  appliedAt: Date;
  /** Host and process. */
  by: string;
}

interface LockDocument {
  _id: "lock";
  product: "stationmaster";
  holder: string | null;
  /** By the clock of the server. */
  until: Date;
}

/** ms that a lock holds without being renewed. */
export const lease = 10_000;
const pause = 100;

/**
 * Brings a database up to date, once, however many processes try at the same time; a process that dies at it holds up the
 * others no longer than `lease`. Throws `StoreOpenError` when the database belongs to somebody else or to a newer
 * version; nothing is changed then.
 */
export async function migrate(
  db: Db,
  steps: readonly Migration[] = migrations,
  expire?: Expiry,
): Promise<Made> {
  const newest = steps.at(-1)?.version ?? 0;
  let applied = await appliedVersions(db, newest);
  if (applied.length === 0) await refuseForeign(db);
  if (applied.length < steps.length) {
    const unlock = await lock(db);
    try {
      applied = await appliedVersions(db, newest);
      const made: Made = {
        timeSeries: applied.at(-1)?.timeSeries ?? true,
        home: applied[0]?.home ?? randomUUID(),
      };
      for (const step of steps.slice(applied.length)) {
        await step.run(db, made, expire);
        await record(db, step, made);
      }
    } finally {
      await unlock();
    }
    applied = await appliedVersions(db, newest);
  }
  return { timeSeries: applied.at(-1)?.timeSeries ?? true, home: applied[0]?.home ?? "" };
}

/**
 * What is known of a database that is up to date; changes nothing. Throws `StoreOpenError` when there is no store of ours, or
 * one of another version. `place`: for people.
 */
export async function findMigrated(db: Db, place: string): Promise<Made> {
  const newest = migrations.at(-1)?.version ?? 0;
  const applied = await appliedVersions(db, newest);
  const last = applied.at(-1);
  if (last === undefined) {
    await refuseForeign(db);
    throw new StoreOpenError("missing", `There is no Stationmaster store in the database ${place}.`);
  }
  if (last._id < newest) {
    throw new StoreOpenError(
      "older-version",
      `The store in the database ${place} is of an older version (schema ${last._id}, this version has ${newest}): ` +
        "bring it up to date first, with stationmaster store migrate.",
    );
  }
  return { timeSeries: last.timeSeries, home: applied[0]?.home ?? "" };
}

/** In order. */
async function appliedVersions(db: Db, newest: number): Promise<VersionDocument[]> {
  const documents = await versionsOf(db)
    .find({ _id: { $type: "number" } } as never)
    .sort({ _id: 1 })
    .toArray();
  const last = documents.at(-1);
  if (documents.some(({ product }) => product !== "stationmaster")) throw foreign(db, [schemaVersions]);
  if (last !== undefined && last._id > newest) {
    throw new StoreOpenError(
      "newer-version",
      `The database ${db.databaseName} was used by a newer version of Stationmaster (schema ${last._id}, this version knows ${newest}). ` +
        "Run that version, or name another database.",
    );
  }
  return documents;
}

/** The lock comes before the first collection: where there are such collections without it, they are not ours. */
async function refuseForeign(db: Db): Promise<void> {
  const there = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = new Set(there.map(({ name }) => name));
  const isMarked = async (): Promise<boolean> =>
    (await db.collection(schemaVersions).findOne({ product: "stationmaster" })) !== null;
  if (names.has(schemaVersions) && (await isMarked())) return;
  const taken = [...collectionNames, schemaVersions].filter((name) => names.has(name));
  // Our lock may have come between the two questions.
  if (taken.length > 0 && !(await isMarked())) throw foreign(db, taken);
}

function foreign(db: Db, names: readonly string[]): StoreOpenError {
  return new StoreOpenError(
    "foreign",
    `The database ${db.databaseName} holds collections of another program under names that Stationmaster uses: ${names.join(", ")}. ` +
      "Name another database in the URI, such as mongodb://…/stationmaster (mongodb.database).",
  );
}

async function record(db: Db, { version, text }: Migration, made: Made): Promise<void> {
  const document = {
    product: "stationmaster",
    text,
    appliedAt: new Date(),
    by: `${hostname()}:${process.pid}`,
  };
  await versionsOf(db).updateOne(
    { _id: version },
    { $setOnInsert: { ...document, ...made } as never },
    { upsert: true },
  );
}

/** Waits until nobody else migrates. Returns how to let others. */
async function lock(db: Db): Promise<() => Promise<void>> {
  const locks = db.collection<LockDocument>(schemaVersions);
  const holder = randomUUID();
  const take = async (): Promise<boolean> => {
    const now = await serverTime(db);
    try {
      const until = new Date(now + lease);
      await locks.updateOne(
        { _id: "lock", $or: [{ holder: null }, { holder }, { until: { $lt: new Date(now) } }] },
        { $set: { holder, until, product: "stationmaster" } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      // It is there and held: so the upsert tried a second one.
      if (hasCode(error, duplicateKey)) return false;
      throw error;
    }
  };
  while (!(await take())) await setTimeout(pause);
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(take).catch(() => undefined);
  }, lease / 4);
  return async () => {
    clearInterval(timer);
    await last;
    await locks.updateOne({ _id: "lock", holder }, { $set: { holder: null } });
  };
}

function versionsOf(db: Db): ReturnType<typeof db.collection<VersionDocument>> {
  return db.collection<VersionDocument>(schemaVersions);
}
