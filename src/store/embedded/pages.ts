import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { PageRequestError } from "../page.ts";
import type { Page } from "../store.ts";

/** A growing WHERE clause with its values. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: SQLInputValue[] = [];

  add(part: string, ...values: SQLInputValue[]): void {
    this.parts.push(part);
    this.values.push(...values);
  }

  /** The column, a number of `names`, must be one of these, if any are asked for. One alone lets an index order by what follows. */
  named(column: string, names: readonly string[] | undefined): void {
    if (names === undefined) return;
    if (names.length === 1) this.add(`${column} = (SELECT no FROM names WHERE text = ?)`, ...names);
    else {
      const places = names.map(() => "?").join(", ");
      this.add(`${column} IN (SELECT no FROM names WHERE text IN (${places}))`, ...names);
    }
  }

  /** The column must lie in the span of time that is asked for. */
  span(column: string, { from, to }: { from?: number; to?: number }): void {
    if (from !== undefined) this.add(`${column} >= ?`, from);
    if (to !== undefined) this.add(`${column} < ?`, to);
  }

  toString(): string {
    return this.parts.length === 0 ? "" : `WHERE ${this.parts.join(" AND ")}`;
  }
}

type Row = Record<string, SQLOutputValue>;

/** A page of `limit` out of rows that were asked for with one more, which tells whether there is a next page. */
export function pageOf<T>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => T,
  cursorOf: (row: Row) => string,
): Page<T> {
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  return { items: rows.slice(0, limit).map(itemOf), next: more ? cursorOf(last) : null };
}

/** A cursor of a time and a tie-break: what an index orders by. */
export function writeCursor(at: number, tie: string | number): string {
  return Buffer.from(JSON.stringify([at, tie])).toString("base64url");
}

/** Throws `PageRequestError` for a cursor that `writeCursor` did not make. */
export function readCursor(cursor: string): [at: number, tie: string | number] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(value) && value.length === 2) {
      const [at, tie]: unknown[] = value;
      if (typeof at === "number" && (typeof tie === "string" || typeof tie === "number")) return [at, tie];
    }
  } catch {
    // Told below.
  }
  throw badCursor();
}

/** The same where the tie-break is a number. */
export function readNumberedCursor(cursor: string): [at: number, n: number] {
  const [at, n] = readCursor(cursor);
  if (!Number.isInteger(n)) throw badCursor();
  return [at, Number(n)];
}

/** A cursor of a text alone: where ids are in order. */
export function writeTextCursor(id: string): string {
  return writeCursor(0, id);
}

export function readTextCursor(cursor: string): string {
  const [at, id] = readCursor(cursor);
  if (at !== 0 || typeof id !== "string") throw badCursor();
  return id;
}

export function badCursor(): PageRequestError {
  return new PageRequestError("cursor", "this cursor does not come from a page of this query");
}
