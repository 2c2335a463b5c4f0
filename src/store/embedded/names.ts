import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Texts that come again and again, kept once and referred to by number. */
export class Names {
  readonly #known = new Map<string, number>();
  readonly #find: StatementSync;
  readonly #add: StatementSync;

  constructor(db: DatabaseSync) {
    this.#find = db.prepare("SELECT no FROM names WHERE text = ?");
    this.#add = db.prepare("INSERT INTO names (text) VALUES (?)");
  }

  /** The number of a text, added if it is new. */
  number(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const row = this.#find.get(text);
    const no = row === undefined ? Number(this.#add.run(text).lastInsertRowid) : Number(row["no"]);
    // A CSMS may invent names without end; the table keeps them, memory does not.
    if (this.#known.size >= 100_000) this.#known.clear();
    this.#known.set(text, no);
    return no;
  }

  /** After a rollback: what was added in the transaction is gone. */
  forget(): void {
    this.#known.clear();
  }
}
