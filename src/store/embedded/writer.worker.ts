import { Appender } from "./append.ts";
import type { WriterCalls } from "./calls.ts";
import type { StoreIdentity } from "../store.ts";
import { resultCode } from "./damage.ts";
import { openForWriting } from "./database.ts";
import { documentsIn } from "./documents.ts";
import { keptRows } from "./kept-rows.ts";
import { serve } from "./serve.ts";
import { statesIn } from "./states.ts";
import { WordIndex } from "./word-index.ts";
import { Writers } from "./writers.ts";

// The one thread that writes.

let file = "";
let self: StoreIdentity | null = null;
let takesUnfinished = false;
type Open = ReturnType<typeof openFile>;
let open: Open | undefined;
let timer: NodeJS.Timeout | undefined;

function openFile() {
  const db = openForWriting(file, takesUnfinished);
  const writers = new Writers(db, self);
  return {
    db,
    writers,
    appender: new Appender(db, writers),
    documents: documentsIn(db, self),
    kept: keptRows(db),
    states: statesIn(db),
    words: new WordIndex(db),
  };
}

function database(): Open {
  return (open ??= openFile());
}

/** SQLITE_BUSY, SQLITE_FULL */
const [busy, full] = [5, 13];

/** After trouble that SQLite cannot shake off itself (an I/O error), the next call starts with a new connection. */
function guarded<T>(work: (open: Open) => T): T {
  try {
    return work(database());
  } catch (error) {
    const code = resultCode(error);
    // After these two the connection is as good as before.
    if (code !== 0 && code !== busy && code !== full) {
      open?.db.close();
      open = undefined;
    }
    throw error;
  }
}

function indexLater(delay: number): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    if (open === undefined) return;
    try {
      const next = open.words.step(performance.now());
      if (next !== null) indexLater(next);
    } catch {
      // A search reads what is not indexed itself; a full disk passes.
      indexLater(5000);
    }
  }, delay);
}

const calls: WriterCalls = {
  open(path, identity, unfinished) {
    file = path;
    self = identity;
    takesUnfinished = unfinished;
    const { writers } = database();
    // A full disk must not keep the server from starting: the first batch enters it then.
    unlessFull(() => writers.register(Date.now()));
    indexLater(200);
  },
  append(batch) {
    guarded(({ appender, words }) => {
      words.appended(appender.append(batch), performance.now());
    });
    indexLater(200);
  },
  put: (...put) => guarded(({ documents }) => documents.put(...put)),
  remove: (...removed) => guarded(({ documents }) => documents.remove(...removed)),
  putRun: (...put) => guarded(({ kept }) => kept.putRun(...put)),
  removeRun: (id) => guarded(({ kept }) => kept.removeRun(id)),
  putStates: (rows) => guarded(({ states }) => states.put(rows)),
  removeState: (station) => guarded(({ states }) => states.remove(station)),
  adopt(rows) {
    guarded(({ kept, writers }) => {
      kept.adopt(rows);
      writers.forget();
    });
  },
  close() {
    clearTimeout(timer);
    try {
      unlessFull(() => open?.writers.end(Date.now()));
    } finally {
      open?.db.close();
      open = undefined;
    }
  },
};

function unlessFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (resultCode(error) !== full) throw error;
  }
}

serve(calls, () => file);
