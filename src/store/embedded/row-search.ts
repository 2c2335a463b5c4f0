import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { readKey, writeKey } from "../page.ts";
import type { KeyPart } from "../page.ts";
import type { Page, PageRequest } from "../store.ts";
import { Conditions } from "./conditions.ts";
import { rowOf, selectSql } from "./tables.ts";
import type { Table } from "./tables.ts";

/** How the rows of a table are looked for. */
export interface RowSearch<Row, Query> {
  table: Table<Row>;
  /** The columns that an index orders by; `n` is the number of a row. */
  order: readonly { column: string; type: KeyPart }[];
  /** Of `t`. */
  conditions: (where: Conditions, query: Query) => void;
  /** The index that fits the query and has the order; absent: the primary key's. */
  index?: (query: Query) => string;
}

/** Finds a page of rows; with `until` only of those up to that number. Throws `PageRequestError` for a wrong cursor. */
export type Find<Row, Query> = (
  db: DatabaseSync,
  query: Query,
  page: PageRequest,
  until?: number,
) => Page<Row>;

export function searchOf<Row, Query>(search: RowSearch<Row, Query>): Find<Row, Query> {
  return (db, ...asked) => findRows(db, search, ...asked);
}

function findRows<Row, Query>(
  db: DatabaseSync,
  { table, order, conditions, index }: RowSearch<Row, Query>,
  query: Query,
  page: PageRequest,
  until?: number,
): Page<Row> {
  const where = new Conditions();
  conditions(where, query);
  if (until !== undefined) where.add("t.rowid <= ?", until);
  const down = page.order !== "oldest";
  const columns = order.map(({ column }) => `t.${column === "n" ? "rowid" : column}`);
  if (page.cursor !== undefined) {
    const key = readKey(
      page.cursor,
      order.map(({ type }) => type),
    );
    where.add(`(${columns.join(", ")}) ${down ? "<" : ">"} (${key.map(() => "?").join(", ")})`, ...key);
  }
  const sorting = columns.map((column) => `${column} ${down ? "DESC" : "ASC"}`).join(", ");
  const rows = db
    .prepare(`${selectSql(table, index?.(query))} ${where.toString()} ORDER BY ${sorting} LIMIT ?`)
    .all(...where.values, page.limit + 1);
  const last = rows[page.limit - 1];
  return {
    items: rows.slice(0, page.limit).map((row) => rowOf(table, row)),
    next: rows.length > page.limit && last !== undefined ? writeKey(keyOf(last)) : null,
  };

  function keyOf(row: Record<string, SQLOutputValue>): (string | number)[] {
    return order.map(({ column, type }) => (type === "number" ? Number(row[column]) : String(row[column])));
  }
}

/** The row of an id; null where there is none. */
export function getRow<Row>(db: DatabaseSync, table: Table<Row>, id: string): Row | null {
  const row = db.prepare(`${selectSql(table)} WHERE t.id = ?`).get(id);
  return row === undefined ? null : rowOf(table, row);
}
