import type { DatabaseSync } from "node:sqlite";
import type { ReaderCalls } from "./calls.ts";
import { openForReading } from "./database.ts";
import { FrameFinder } from "./frame-search.ts";
import { findSamples } from "./sample-search.ts";
import { serve } from "./serve.ts";
import { findTransactions } from "./transaction-search.ts";

/** The thread that answers queries, beside the writer. */
interface Open {
  db: DatabaseSync;
  finder: FrameFinder;
}

let file = "";
let opened: Open | undefined;

function open(): Open {
  if (opened !== undefined) return opened;
  const db = openForReading(file);
  opened = { db, finder: new FrameFinder(db) };
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
  transactions: (query, page) => findTransactions(open().db, query, page),
  samples: (query, page) => findSamples(open().db, query, page),
  documents: (collection) =>
    open()
      .db.prepare("SELECT id, value FROM documents WHERE collection = ? ORDER BY id")
      .all(collection)
      .map((row) => ({ id: String(row["id"]), json: String(row["value"]) })),
  close() {
    opened?.db.close();
    opened = undefined;
  },
};

serve(calls);
