import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { join, resolve } from "node:path";
import { lockFolder, prepareFolder } from "../data-folder.ts";
import { checkCollection } from "../collections.ts";
import { jsonOf } from "../json-value.ts";
import type { Store, StoreIdentity } from "../store.ts";
import type { ReaderCalls, WriterCalls } from "./calls.ts";
import { upgradeNotice } from "./database.ts";
import { countFrames, queryFrames, streamFrames } from "./frames.ts";
import { packFinding, packRows } from "./kept-rows.ts";
import { openness } from "./owner-only.ts";
import { packBatch } from "./pack-batch.ts";
import { rowsOf } from "./rows.ts";
import { embeddedStates } from "./state-calls.ts";
import { askedStatistics } from "./statistics/asked.ts";
import { tables, valuesOf } from "./tables.ts";
import { Thread } from "./thread.ts";

/** Runs carry whole reports. */
const runsAtOnce = 20;

/** `locked`: the caller holds the folder's lock (data-folder.ts) and keeps it. */
export interface EmbeddedOptions {
  locked?: boolean;
  /** Who writes. Without it no writer is entered, documents have no owner and the history names no writer. */
  identity?: StoreIdentity;
  /** To go on with a copy or restore that is not finished, or to look at it; refused otherwise. */
  unfinished?: boolean;
  /** Hears what the opening waits for, when that takes long. */
  tell?: (text: string) => void;
}

/**
 * The embedded home: one SQLite database in `folder`, which is made if it is not there. One thread writes, one reads.
 * Rejects with `StoreOpenError` when another server uses the folder, when it cannot be written, and when the database
 * is damaged, foreign, unfinished or newer than this program; nothing is changed then.
 */
export async function openEmbeddedStore(folder: string, options: EmbeddedOptions = {}): Promise<Store> {
  const path = resolve(folder);
  if (options.locked !== true) prepareFolder(path);
  const unlock = options.locked === true ? () => {} : lockFolder(path);
  const file = join(path, "stationmaster.db");
  const writer = new Thread<WriterCalls>(
    "writer.worker",
    file,
    options.identity ?? null,
    options.unfinished === true,
  );
  const reader = new Thread<ReaderCalls>("reader.worker", file);
  const close = async (): Promise<void> => {
    // The reader first: whoever closes the database last folds the write-ahead log into it, which is the writer's work.
    await reader.close();
    await writer.close();
    unlock();
  };
  try {
    const notice = upgradeNotice(file);
    if (notice !== null) options.tell?.(notice);
    await writer.open();
    await reader.open();
    const version = await reader.call("version");
    const open = openness(file);
    const warnings = open === null ? [] : [open];
    const home: Store["home"] = { kind: "embedded", place: path, version, changes: "none", warnings };
    return { home, ...parts(writer, reader, file), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function parts(
  writer: Thread<WriterCalls>,
  reader: Thread<ReaderCalls>,
  file: string,
): Omit<Store, "home" | "close"> {
  return {
    append: async (batch) => writer.call("append", packBatch(batch)),
    frames: {
      query: (query, page) => queryFrames(reader, query, page),
      get: (id) => reader.call("frame", id),
      stream: (query) => streamFrames(reader, query),
      count: (query) => countFrames(reader, query),
    },
    transactions: rowsOf(reader, "transactions"),
    samples: rowsOf(reader, "samples"),
    events: rowsOf(reader, "events"),
    connections: rowsOf(reader, "connections"),
    statistics: askedStatistics((call) => reader.call("statistics", call)),
    runs: {
      ...rowsOf(reader, "runs", runsAtOnce),
      get: (id) => reader.call("run", id),
      put: async (run, findings) => {
        if (findings.some((finding) => finding.run !== run.id))
          throw new TypeError(`a finding of another run was put with run ${run.id}`);
        return writer.call("putRun", run.id, valuesOf(tables.runs, run), findings.map(packFinding));
      },
      remove: (id) => writer.call("removeRun", id),
    },
    findings: rowsOf(reader, "findings"),
    documents: {
      list: async (collection) => {
        checkCollection(collection);
        const found = await reader.call("documents", collection);
        return found.map(({ json, ...row }) => ({ ...row, value: parseJson(json) }));
      },
      put: async (collection, id, value, change) => {
        checkCollection(collection);
        return writer.call("put", collection, id, jsonOf(value), change);
      },
      remove: async (collection, id, change) => {
        checkCollection(collection);
        return writer.call("remove", collection, id, change);
      },
    },
    states: embeddedStates(writer, reader),
    history: {
      ...rowsOf(reader, "history"),
      get: (id) => reader.call("change", id),
    },
    writers: (which) => reader.call("writers", which),
    watch: () => () => {},
    inventory: async () => {
      // In a thread of its own, since it takes long and queries shall not wait.
      const counter = new Thread<ReaderCalls>("reader.worker", file);
      try {
        return await counter.call("inventory");
      } finally {
        await counter.close();
      }
    },
    adopt: async (rows) => {
      for (const { collection } of rows.documents ?? []) checkCollection(collection);
      return writer.call("adopt", packRows(rows));
    },
  };
}
