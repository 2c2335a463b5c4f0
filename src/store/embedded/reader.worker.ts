import type { DatabaseSync } from "node:sqlite";
import type { ReaderCalls } from "./calls.ts";
import { findConnections } from "./connection-search.ts";
import { numberOf, openForReading } from "./database.ts";
import { findEvents } from "./event-search.ts";
import { textOrNull } from "./frame-row.ts";
import { FrameFinder } from "./frame-search.ts";
import { findHistory, getHistory } from "./history-search.ts";
import { takeInventory } from "./inventory.ts";
import { findFindings, findRuns, getRun } from "./run-search.ts";
import { findSamples } from "./sample-search.ts";
import { serve } from "./serve.ts";
import { embeddedStatistics } from "./statistics/reader.ts";
import type { StatisticsCall, StatisticsReply } from "./statistics/reader.ts";
import { getState, statesBehind } from "./states.ts";
import { findTransactions } from "./transaction-search.ts";
import { listWriters } from "./writers.ts";

/** The thread that answers queries, beside the writer. */
interface Open {
  db: DatabaseSync;
  finder: FrameFinder;
  statistics: (call: StatisticsCall) => StatisticsReply;
}

let file = "";
let opened: Open | undefined;

function open(): Open {
  if (opened !== undefined) return opened;
  const db = openForReading(file);
  opened = { db, finder: new FrameFinder(db), statistics: embeddedStatistics(db) };
  return opened;
}

const calls: ReaderCalls = {
  open(path) {
    file = path;
    open();
  },
  frame: (id) => open().finder.rows.byId(id),
  newest: () => open().finder.newest(),
  frames: (search) => open().finder.find(search),
  countFrames: (search) => open().finder.count(search),
  newestRow: (table) => numberOf(open().db, `SELECT max(rowid) FROM ${table}`),
  transactions: (...asked) => findTransactions(open().db, ...asked),
  samples: (...asked) => findSamples(open().db, ...asked),
  events: (...asked) => findEvents(open().db, ...asked),
  connections: (...asked) => findConnections(open().db, ...asked),
  run: (id) => getRun(open().db, id),
  runs: (...asked) => findRuns(open().db, ...asked),
  findings: (...asked) => findFindings(open().db, ...asked),
  change: (id) => getHistory(open().db, id),
  history: (...asked) => findHistory(open().db, ...asked),
  documents: (collection) =>
    open()
      .db.prepare("SELECT id, value, owner FROM documents WHERE collection = ? ORDER BY id")
      .all(collection)
      .map((row) => ({
        collection,
        id: String(row["id"]),
        json: String(row["value"]),
        owner: textOrNull(row["owner"]),
      })),
  state: (station) => getState(open().db, station),
  states: (after) => statesBehind(open().db, after),
  writers: (which) => listWriters(open().db, which),
  version: () => String(open().db.prepare("SELECT sqlite_version() AS version").get()?.["version"]),
  inventory: () => takeInventory(open().db),
  statistics: (call) => open().statistics(call),
  close() {
    opened?.db.close();
    opened = undefined;
  },
};

serve(calls, () => file);
