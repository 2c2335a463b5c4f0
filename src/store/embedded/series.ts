import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Series } from "./pack-batch.ts";

/** What samples of one kind share (EVSE, connector, measurand, phase, location, unit, context), kept once. */
export class SeriesNumbers {
  readonly #known = new Map<string, number>();
  readonly #find: StatementSync;
  readonly #add: StatementSync;

  constructor(db: DatabaseSync) {
    this.#find = db.prepare(`
      SELECT no FROM series WHERE evse = ? AND connector = ? AND measurand = ?
        AND phase IS ? AND location IS ? AND unit = ? AND context = ?`);
    this.#add = db.prepare(
      "INSERT INTO series (evse, connector, measurand, phase, location, unit, context) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
  }

  /** The number of a series, added if it is new. */
  number(series: Series): number {
    const key = JSON.stringify(series);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.#find.get(...series);
    const no = row === undefined ? Number(this.#add.run(...series).lastInsertRowid) : Number(row["no"]);
    if (this.#known.size >= 100_000) this.#known.clear();
    this.#known.set(key, no);
    return no;
  }

  forget(): void {
    this.#known.clear();
  }
}
