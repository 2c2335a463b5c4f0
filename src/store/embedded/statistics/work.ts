import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import type { StatisticsQuery } from "../../statistics.ts";
import { Conditions } from "../conditions.ts";
import { bucketSize } from "../schema.ts";
import { Spans } from "../spans.ts";

/** Work that gives way to others at each `yield`; no statement may be open there. */
export type Work<T> = Generator<undefined, T>;

/** Frames of one bucket: the index to find them by, and the conditions on them. */
export interface Part {
  index: string;
  sql: string;
  values: SQLInputValue[];
}

const everything = { low: 0, high: Number.MAX_SAFE_INTEGER };

type Row = readonly SQLOutputValue[];

/** Reads frames bucket by bucket for statistics. */
export class Parts {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Rows as lists of columns. */
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as unknown as Row[];
  }

  /** The text of each name. */
  names(): (no: SQLOutputValue | undefined) => string {
    const known = new Map<SQLOutputValue, string>();
    return (no) => {
      if (no === undefined || no === null) return "";
      let text = known.get(no);
      if (text === undefined)
        known.set(no, (text = String(this.all("SELECT text FROM names WHERE no = ?", no)[0]?.[0])));
      return text;
    };
  }

  /** The numbers of stations; null when all are meant. */
  stations(query: StatisticsQuery): number[] | null {
    if (query.stations === undefined) return null;
    const sql = "SELECT no FROM names WHERE text IN (SELECT value FROM json_each(?))";
    return this.all(sql, JSON.stringify(query.stations)).map((row) => Number(row[0]));
  }

  /** The buckets that may hold frames of a query, newest last; those that are there when it begins. */
  buckets(query: StatisticsQuery): Part[] {
    const stations = this.stations(query);
    if (stations?.length === 0) return [];
    return new Spans(this.#db).chunks(everything, query, bucketSize).map(({ bucket, low, high, inside }) => {
      const where = new Conditions();
      if (stations !== null) {
        where.add("n >> 14 = ?", bucket);
        where.add("station IN (SELECT value FROM json_each(?))", JSON.stringify(stations));
      }
      where.add("n BETWEEN ? AND ?", low, high);
      if (!inside) where.span("at", query);
      const index = stations === null ? "NOT INDEXED" : "INDEXED BY frames_by_station";
      return { index, sql: where.sql, values: where.values };
    });
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= 200) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }
}
