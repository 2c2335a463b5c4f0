import type { ReaderCalls } from "./calls.ts";
import { numberOf, openForReading } from "./database.ts";
import { textOrNull } from "./frame-row.ts";
import { FrameFinder } from "./frame-search.ts";
import { takeInventory } from "./inventory.ts";
import { getRow } from "./row-search.ts";
import { searches } from "./searches.ts";
import { serve } from "./serve.ts";
import { embeddedStatistics } from "./statistics/reader.ts";
import { getState, statesBehind } from "./states.ts";
import { tables } from "./tables.ts";
import { listWriters } from "./writers.ts";

// The thread that answers queries, beside the writer.

let file = "";
let opened: ReturnType<typeof openFile> | undefined;

function openFile() {
  const db = openForReading(file);
  return { db, finder: new FrameFinder(db), statistics: embeddedStatistics(db) };
}

function open(): ReturnType<typeof openFile> {
  return (opened ??= openFile());
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
  newestRow: (name) =>
    numberOf(open().db, `SELECT max(rowid) FROM ${name === "samples" ? name : tables[name].name}`),
  rows: (name, ...asked) => searches[name](open().db, ...asked),
  run: (id) => getRow(open().db, tables.runs, id),
  change: (id) => getRow(open().db, tables.history, id),
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
