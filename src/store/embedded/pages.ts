import type { SQLInputValue } from "node:sqlite";
import { PageRequestError } from "../page.ts";

/** A growing WHERE clause with its values. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: SQLInputValue[] = [];

  add(part: string, ...values: SQLInputValue[]): void {
    this.parts.push(part);
    this.values.push(...values);
  }

  among(column: string, values: readonly SQLInputValue[]): void {
    this.add(`${column} IN (${values.map(() => "?").join(", ")})`, ...values);
  }

  toString(): string {
    return this.parts.length === 0 ? "" : `WHERE ${this.parts.join(" AND ")}`;
  }
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

export function badCursor(): PageRequestError {
  return new PageRequestError("cursor", "this cursor does not come from a page of this query");
}
