import type { DatabaseSync } from "node:sqlite";
import { Appender } from "./append.ts";
import type { WriterCalls } from "./calls.ts";
import { openForWriting } from "./database.ts";
import { frameWidth } from "./packed.ts";
import { serve } from "./serve.ts";
import { WordIndex } from "./word-index.ts";

/** The one thread that writes. */
interface Open {
  db: DatabaseSync;
  appender: Appender;
  words: WordIndex;
}

let file = "";
let open: Open | undefined;
let timer: NodeJS.Timeout | undefined;

function database(): Open {
  if (open !== undefined) return open;
  const db = openForWriting(file);
  open = { db, appender: new Appender(db), words: new WordIndex(db) };
  return open;
}

/** After trouble that SQLite cannot shake off itself (an I/O error), the next call starts with a new connection. */
function guarded<T>(work: (open: Open) => T): T {
  try {
    return work(database());
  } catch (error) {
    const code = error instanceof Error && "errcode" in error ? Number(error.errcode) % 256 : 0;
    // 5 SQLITE_BUSY, 13 SQLITE_FULL: the connection is as good as before.
    if (code !== 0 && code !== 5 && code !== 13) {
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
  open(path) {
    file = path;
    database();
    indexLater(200);
  },
  append(batch) {
    guarded(({ appender, words }) => {
      appender.append(batch);
      words.appended(batch.frames.length / frameWidth, performance.now());
    });
    indexLater(200);
  },
  put(collection, id, json) {
    guarded(({ db }) =>
      db
        .prepare(
          "INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value",
        )
        .run(collection, id, json),
    );
  },
  remove(collection, id) {
    guarded(({ db }) =>
      db.prepare("DELETE FROM documents WHERE collection = ? AND id = ?").run(collection, id),
    );
  },
  close() {
    clearTimeout(timer);
    open?.db.close();
    open = undefined;
  },
};

serve(calls);
