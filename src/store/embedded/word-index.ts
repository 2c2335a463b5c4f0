import type { DatabaseSync, StatementSync } from "node:sqlite";
import { atOnce, numberOf } from "./database.ts";
import { indexText } from "./trigrams.ts";

/** Frames of one transaction; appends wait for it. */
const slice = 500;
/** Beyond so many appended frames a second, indexing waits: a search reads what is not indexed yet itself. */
const busyRate = 2000;

/**
 * Indexes the words of frames behind the appends, a slice at a time, since that costs many times what appending does.
 * `step` is called when the writer has nothing else to do.
 */
export class WordIndex {
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #insert: StatementSync;
  readonly #mark: StatementSync;
  #done: number;
  #recent = 0;
  #since = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#read = db.prepare("SELECT n, raw FROM frames WHERE n > ? ORDER BY n LIMIT ?");
    this.#insert = db.prepare("INSERT INTO words (rowid, raw) VALUES (?, ?)");
    this.#mark = db.prepare("UPDATE progress SET n = ? WHERE name = 'words'");
    this.#done = numberOf(db, "SELECT n FROM progress WHERE name = 'words'");
  }

  /** Tells of appended frames; `now` in ms of any clock. */
  appended(count: number, now: number): void {
    if (now - this.#since > 1000) {
      this.#recent = 0;
      this.#since = now;
    }
    this.#recent += count;
  }

  /** Indexes one slice. Returns ms until the next step is due, or null when all is indexed. Throws what SQLite says. */
  step(now: number): number | null {
    if (this.#recent > busyRate && now - this.#since < 1000) return 1000 - (now - this.#since);
    const rows = this.#read.all(this.#done, slice);
    const last = rows.at(-1);
    if (last === undefined) return null;
    const done = Number(last["n"]);
    atOnce(this.#db, () => {
      for (const row of rows) this.#insert.run(row["n"] ?? null, indexText(String(row["raw"])));
      this.#mark.run(done);
    });
    this.#done = done;
    if (rows.length < slice) return null;
    return this.#recent > 0 && now - this.#since < 1000 ? 10 : 0;
  }
}
