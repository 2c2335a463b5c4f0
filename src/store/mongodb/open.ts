import { setTimeout } from "node:timers/promises";
import type { Db } from "mongodb";
import { asMark, copyMark, unfinishedError } from "../copy-mark.ts";
import type { Store, StoreIdentity } from "../store.ts";
import { writeCarriedRows } from "./carried-rows.ts";
import { beforeWrites } from "./before-writes.ts";
import { Appender } from "./append/appender.ts";
import { tryRepetitions } from "./append/repetitions.ts";
import { connect } from "./connect.ts";
import type { Address, Connected } from "./connect.ts";
import { createMissing } from "./create-collections.ts";
import { mongoDocuments, settlePending } from "./documents.ts";
import { setExpiry } from "./expiry.ts";
import type { Expiry } from "./expiry.ts";
import { takeInventory } from "./inventory.ts";
import { findMigrated, migrate, migrations } from "./migrations.ts";
import { openFailure } from "./open-failure.ts";
import type { HomeParts } from "./parts.ts";
import { createReader } from "./read/reader.ts";
import { mongoStatistics } from "./statistics/statistics.ts";
import { createWatcher } from "./read/watch.ts";
import type { Watcher } from "./read/watch.ts";
import { mongoRuns } from "./runs.ts";
import { hasChangeStreams, seriesWithoutExpiry } from "./server-facts.ts";
import type { StoredDocument } from "./shapes.ts";
import type { ServerFacts } from "./server-facts.ts";
import { mongoStates } from "./states.ts";
import { unpackValue } from "./value.ts";
import { listWriters, registerWriter } from "./writers.ts";
import type { Registration } from "./writers.ts";

/** ms. */
const longestGoodbye = 3000;

export interface MongoOptions extends Address {
  identity: StoreIdentity;
  /** Days that frames, samples and events are kept; 0 is for ever. Absent: as it is, for commands that only look or carry. */
  expire?: Expiry;
  /** Nothing is made, brought up to date or entered among the writers, and nothing can be written: the right to read is enough. */
  look?: boolean;
  /** To go on with a copy or restore that is not finished, or to look at it; refused otherwise. */
  unfinished?: boolean;
  /** How long changes are asked for before change streams are tried again, ms; default: some minutes. */
  retryStreams?: number;
}

/**
 * The MongoDB home. Rejects with `StoreOpenError` when the address is wrong, the server can't be reached, refuses, is too
 * old or read-only, when the database is unfinished, belongs to somebody else or a newer version, when another process has
 * the name, and to `look` when there is no store yet or one of an older version.
 */
export async function openMongoStore(options: MongoOptions): Promise<Store> {
  const { uri, identity } = options;
  const connected = await connect(options);
  const { client, db } = connected;
  let registration: Registration | undefined;
  try {
    const look = options.look === true;
    const { timeSeries, home } = look
      ? await findMigrated(db, connected.place)
      : await migrate(db, migrations, options.expire);
    if (options.unfinished !== true) await refuseUnfinished(db, connected.place);
    if (!look) await createMissing(db);
    if (!look && options.expire !== undefined) await setExpiry(db, timeSeries, options.expire);
    if (!look) registration = await registerWriter(db, identity);
    const facts = await learn(connected, timeSeries, look);
    const watcher = createWatcher({
      db,
      facts,
      writer: identity.writer,
      onError: (error) => process.emitWarning(error.message, "StoreWatchWarning"),
      ...(options.retryStreams === undefined ? {} : { retryStreams: options.retryStreams }),
    });
    const parts: HomeParts & { watcher: Watcher } = { client, db, facts, identity, home, watcher };
    if (!look) await settlePending(parts);
    if (registration === undefined) return beforeWrites(compose(parts, connected, undefined), refuseWriting);
    const entry: Entry = { ...registration, wrote: false };
    return beforeWrites(compose(parts, connected, entry), () => {
      entry.wrote = true;
    });
  } catch (error) {
    await registration?.end(false).catch(() => undefined);
    await client.close();
    throw openFailure(error, uri);
  }
}

/** This process among the writers. */
interface Entry extends Registration {
  /** Something was written that names it. */
  wrote: boolean;
}

async function refuseUnfinished(db: Db, place: string): Promise<void> {
  const documents = db.collection<StoredDocument>(copyMark.collection);
  const found = await documents.findOne({ _id: copyMark.id });
  if (found !== null) throw unfinishedError("mongodb", place, asMark(unpackValue(found.value)));
}

function refuseWriting(): never {
  throw new TypeError("this store was opened for looking only");
}

async function learn(
  { client, db, greeting }: Connected,
  timeSeries: boolean,
  look: boolean,
): Promise<ServerFacts> {
  const alone = greeting.topology === "stand-alone";
  return {
    ...greeting,
    timeSeries,
    changeStreams: await hasChangeStreams(db, greeting),
    transactions: !alone && greeting.product === "MongoDB",
    ...(look || alone
      ? { knowsRepetitions: look ? null : false, knowsPlaces: false }
      : await tryRepetitions(client, db)),
    neverExpiring: timeSeries ? await seriesWithoutExpiry(db) : [],
  };
}

function compose(
  parts: HomeParts & { watcher: Watcher },
  { place }: Connected,
  entry: Entry | undefined,
): Store {
  const { client, db, facts, identity, home, watcher } = parts;
  const appender = new Appender({
    client,
    db,
    facts,
    home,
    writer: identity.writer,
    fresh: entry?.fresh === true,
  });
  const reader = createReader({ db });
  // A server may take back what it allowed at the start, and allow later what it did not.
  const isPushed = (): boolean => {
    const { way } = watcher.status();
    return way === "idle" ? facts.changeStreams : way === "pushed";
  };
  return {
    home: {
      kind: "mongodb",
      place,
      version: `${facts.product === "MongoDB" ? "" : `${facts.product} `}${facts.version}`,
      get changes() {
        return isPushed() ? "pushed" : "polled";
      },
      get warnings() {
        return warningsOf({ ...facts, changeStreams: isPushed() });
      },
    },
    append: (batch) => appender.append(batch),
    ...reader,
    statistics: mongoStatistics(db),
    runs: { ...reader.runs, ...mongoRuns(parts) },
    documents: mongoDocuments(parts),
    states: mongoStates(db),
    writers: (which) => listWriters(db, which),
    inventory: () => takeInventory(db),
    watch: watcher.watch,
    adopt: async (rows) => {
      await writeCarriedRows(parts, rows);
      appender.forget();
    },
    close: async () => {
      await watcher.close();
      await appender.close();
      if (entry !== undefined) await sayGoodbye(entry);
      await client.close();
    },
  };
}

/** A server that is away must not keep the process from ending. */
async function sayGoodbye(entry: Entry): Promise<void> {
  const late = setTimeout(longestGoodbye, undefined, { ref: false });
  await Promise.race([entry.end(entry.wrote), late]).catch(() => undefined);
}

function warningsOf({
  timeSeries,
  changeStreams,
  knowsRepetitions,
  product,
  topology,
  neverExpiring,
}: ServerFacts): string[] {
  const warnings: string[] = [];
  if (!timeSeries)
    warnings.push(
      `This server (${product}) has no time-series collections: frames, samples and events are in ordinary ones, ` +
        "with the same content. They take more room, and questions about long times take longer.",
    );
  if (!changeStreams)
    warnings.push(
      topology === "stand-alone"
        ? "This server is stand-alone: changes of other processes are asked for every few seconds, and changes of several documents are not atomic. A replica set of one member has both."
        : "This server gives no change streams, or this user may not open them: changes of other processes are asked for every few seconds, and streams are tried again every few minutes.",
    );
  if (timeSeries && knowsRepetitions === false && topology !== "stand-alone")
    warnings.push(
      "This server does not recognise repeated writes: after a broken connection, what is there already is looked up first.",
    );
  for (const name of neverExpiring)
    warnings.push(
      `${name} holds times before 1970 or after 2038-01-19T03:14:07Z, which an earlier version wrote: MongoDB removes nothing ` +
        "from it, whatever its expiry. How to mend it: docs/mongodb.md, What expires.",
    );
  return warnings;
}
