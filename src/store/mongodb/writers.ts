import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Db } from "mongodb";
import { frameIdTime } from "../../frames/frame-id.ts";
import { hasCode } from "../../error-text.ts";
import { StoreOpenError } from "../open-error.ts";
import { rowMembers } from "../row-members.ts";
import type { WriterRow } from "../rows.ts";
import type { StoreIdentity } from "../store.ts";
import { duplicateKey } from "./append/refused.ts";
import { rowReader } from "./read/row-readers.ts";
import type { WriterDocument } from "./shapes.ts";

/** ms between two signs of life. */
const beat = 2000;
/** ms without one after which a process counts as dead. */
const silence = 10_000;
/** ms between two looks at a process that may be dead. */
const look = 250;

export interface Registration {
  /** Nothing of this writer was here before. */
  fresh: boolean;
  /** Ends the signs of life and says that the process ended; one that wrote nothing is forgotten. */
  end(wrote: boolean): Promise<void>;
}

/**
 * Enters the process into `writers` and gives signs of life from then on. One process per name: throws `StoreOpenError`
 * when another one lives. One that died without a word is waited for, at most until its silence is long enough.
 */
export async function registerWriter(db: Db, identity: StoreIdentity): Promise<Registration> {
  for (;;) {
    try {
      const fresh = await enter(db, identity);
      return { fresh, end: keepAlive(db, identity) };
    } catch (error) {
      if (!hasCode(error, duplicateKey)) throw error;
    }
    await awaitDeath(db, identity);
  }
}

/** Returns whether the writer is new. Throws a duplicate key error when the name is taken. */
async function enter(db: Db, { writer, name, folder }: StoreIdentity): Promise<boolean> {
  const process_ = { name, host: hostname(), pid: process.pid, folder, endedAt: null, live: name };
  const result = await writersOf(db).updateOne(
    { _id: writer },
    {
      $set: process_,
      $setOnInsert: {
        startedAt: frameIdTime(writer.slice(writer.lastIndexOf("/") + 1)) ?? Date.now(),
        batch: 0,
        clockLag: 0,
      },
      $currentDate: { seenAt: true },
    },
    { upsert: true },
  );
  return result.upsertedCount === 1;
}

/** Returns when the name is free. */
async function awaitDeath(db: Db, identity: StoreIdentity): Promise<void> {
  const writers = writersOf(db);
  const first = await writers.findOne({ live: identity.name });
  if (first === null) return;
  const began = performance.now();
  for (;;) {
    const holder = await writers.findOne({ _id: first._id, live: identity.name });
    if (holder === null) return;
    if (holder.seenAt.getTime() !== first.seenAt.getTime()) throw inUse(holder, db.databaseName);
    // Its own clock and ours may both be wrong: the server's, or the time we waited, decides.
    const silentFor = Math.max((await serverTime(db)) - holder.seenAt.getTime(), performance.now() - began);
    if (silentFor > silence || isDead(holder, identity)) {
      await writers.updateOne(
        { _id: holder._id, live: identity.name, seenAt: holder.seenAt },
        { $unset: { live: "" } },
      );
      return;
    }
    await setTimeout(look);
  }
}

/** A predecessor on our own data folder, which we have locked, and whose process is gone: no need to wait. */
function isDead(holder: WriterDocument, { folder }: StoreIdentity): boolean {
  if (folder === "" || holder.folder !== folder || holder.host !== hostname()) return false;
  // In a container every start may have the same number.
  if (holder.pid === process.pid) return holder.startedAt < performance.timeOrigin;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

function inUse(holder: WriterDocument, database: string): StoreOpenError {
  return new StoreOpenError(
    "in-use",
    `Another Stationmaster named "${holder.name}" uses the database ${database}: process ${holder.pid} on ${holder.host}. ` +
      "Stop it, or give this one another name (server.name).",
  );
}

/** Returns how to end. */
function keepAlive(db: Db, { writer, name }: StoreIdentity): Registration["end"] {
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // Failing is the writing side's to report; a name that was taken while we were held up is not taken back.
    last = last
      .then(() => writersOf(db).updateOne({ _id: writer, live: name }, { $currentDate: { seenAt: true } }))
      .catch(() => undefined);
  }, beat);
  timer.unref();
  return async (wrote) => {
    clearInterval(timer);
    await last;
    if (!wrote && (await writersOf(db).deleteOne({ _id: writer, batch: 0 })).deletedCount === 1) return;
    await writersOf(db).updateOne(
      { _id: writer },
      { $set: { endedAt: Date.now() }, $unset: { live: "" }, $currentDate: { seenAt: true } },
    );
  };
}

const toRow = rowReader(rowMembers.writers);

/** See `Store.writers`. */
export async function listWriters(db: Db, which?: "all" | readonly string[]): Promise<WriterRow[]> {
  const writers = writersOf(db);
  const found = await (which === undefined
    ? lastWriters(db)
    : writers.find(which === "all" ? {} : { _id: { $in: [...which] } }).toArray());
  return found
    .map((document) => ({ ...toRow(document), seenAt: document.seenAt.getTime() }))
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.writer < b.writer ? -1 : 1));
}

/** Grouped by the server: there is one for every start there ever was. */
async function lastWriters(db: Db): Promise<WriterDocument[]> {
  const parts = { $split: ["$_id", "/"] };
  // Without the part that is this start's alone: the name, or of a command what it is called.
  const name = { $slice: [parts, 0, { $max: [1, { $subtract: [{ $size: parts }, 1] }] }] };
  const [last, living] = await Promise.all([
    writersOf(db)
      .aggregate<WriterDocument>([
        { $sort: { startedAt: 1, _id: 1 } },
        { $group: { _id: { name, folder: "$folder" }, last: { $last: "$$ROOT" } } },
        { $replaceRoot: { newRoot: "$last" } },
      ])
      .toArray(),
    // Where a clock was set back the living one is not the last.
    writersOf(db)
      .find({ live: { $exists: true } })
      .toArray(),
  ]);
  return [...new Map([...last, ...living].map((writer) => [writer._id, writer])).values()];
}

/** Epoch ms by the clock of the server. */
export async function serverTime(db: Db): Promise<number> {
  const { localTime } = (await db.admin().command({ hello: 1 })) as { localTime?: Date };
  return localTime?.getTime() ?? Date.now();
}

function writersOf(db: Db): ReturnType<typeof db.collection<WriterDocument>> {
  return db.collection<WriterDocument>("writers");
}
