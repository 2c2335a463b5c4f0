import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import type { StatisticsQuery } from "../../statistics.ts";
import { bucketSize } from "../schema.ts";
import { Spans } from "../spans.ts";

/** Work that gives way to others at each `yield`; no statement may be open there. */
export type Work<T> = Generator<undefined, T>;

/** Numbers of frames, both inclusive, of one bucket; `sql` and `values` are the conditions on its frames. */
export interface Part {
  low: number;
  high: number;
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

  /** The numbers of stations as a JSON array; null when all are meant. */
  stations(query: StatisticsQuery): string | null {
    if (query.stations === undefined) return null;
    return JSON.stringify(
      this.all(
        "SELECT no FROM names WHERE text IN (SELECT value FROM json_each(?))",
        JSON.stringify(query.stations),
      ).map((row) => row[0]),
    );
  }

  /** The buckets that may hold frames of a query, newest last; those that are there when it begins. */
  buckets(query: StatisticsQuery): Part[] {
    const stations = this.stations(query);
    if (stations === "[]") return [];
    const { from, to } = query;
    return new Spans(this.#db).chunks(everything, query, bucketSize).map(({ bucket, low, high, inside }) => {
      const part: Part = { low, high, index: "NOT INDEXED", sql: "n BETWEEN ? AND ?", values: [low, high] };
      if (stations !== null) {
        part.index = "INDEXED BY frames_by_station";
        part.sql = `n >> 14 = ? AND station IN (SELECT value FROM json_each(?)) AND ${part.sql}`;
        part.values.unshift(bucket, stations);
      }
      if (!inside && from !== undefined) {
        part.sql += " AND at >= ?";
        part.values.push(from);
      }
      if (!inside && to !== undefined) {
        part.sql += " AND at < ?";
        part.values.push(to);
      }
      return part;
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
