import type { SQLInputValue } from "node:sqlite";
import type { TimeSpan } from "../statistics.ts";

/** A growing WHERE clause with its values. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: SQLInputValue[] = [];

  add(part: string, ...values: SQLInputValue[]): void {
    this.parts.push(part);
    this.values.push(...values);
  }

  /** All that another one asks for as well. */
  join({ parts, values }: Conditions): void {
    this.parts.push(...parts);
    this.values.push(...values);
  }

  /** The column must be equal to what is asked for, if anything is. */
  equal(column: string, value: SQLInputValue | undefined): void {
    if (value !== undefined) this.add(`${column} = ?`, value);
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
  span(column: string, { from, to }: Partial<TimeSpan>): void {
    if (from !== undefined) this.add(`${column} >= ?`, from);
    if (to !== undefined) this.add(`${column} < ?`, to);
  }

  /** Empty where there are none. */
  get sql(): string {
    return this.parts.join(" AND ");
  }

  toString(): string {
    return this.parts.length === 0 ? "" : `WHERE ${this.sql}`;
  }
}
