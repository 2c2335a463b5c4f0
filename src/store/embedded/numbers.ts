import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";

/** What comes again and again, kept once in a table and referred to by number. */
export class Numbers {
  readonly #known = new Map<string, number>();
  readonly #find: StatementSync;
  readonly #add: StatementSync;

  /** Both statements take the same values. */
  constructor(find: StatementSync, add: StatementSync) {
    this.#find = find;
    this.#add = add;
  }

  /** The number of what is known by `key`, added if it is new. `values`: the key alone, unless given. */
  number(key: string, values?: readonly SQLInputValue[]): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const asked = values ?? [key];
    const row = this.#find.get(...asked);
    const no = row === undefined ? Number(this.#add.run(...asked).lastInsertRowid) : Number(row["no"]);
    // A CSMS may invent names without end; the table keeps them, memory does not.
    if (this.#known.size >= 100_000) this.#known.clear();
    this.#known.set(key, no);
    return no;
  }

  /** After a rollback: what was added in the transaction is gone. */
  forget(): void {
    this.#known.clear();
  }
}

/** Texts. */
export function namesIn(db: DatabaseSync): Numbers {
  return new Numbers(
    db.prepare("SELECT no FROM names WHERE text = ?"),
    db.prepare("INSERT INTO names (text) VALUES (?)"),
  );
}

/** What samples of one kind share. */
export function seriesIn(db: DatabaseSync): Numbers {
  return new Numbers(
    db.prepare(`
      SELECT no FROM series WHERE evse = ? AND connector = ? AND measurand = ?
        AND phase IS ? AND location IS ? AND unit = ? AND context = ?`),
    db.prepare(
      "INSERT INTO series (evse, connector, measurand, phase, location, unit, context) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
  );
}
