import type { Document } from "mongodb";
import type { Knowledge, Series } from "./knowledge.ts";

/** One command on its way to the server. `explain` is looked through: the command that is explained counts. */
export interface Seen {
  database: string;
  /** Name as the server knows it, e.g. "createIndexes". */
  name: string;
  command: Document;
  /** Collection the command is about; null when there is none. */
  collection: string | null;
  /** What is known of it when it is a time-series collection. */
  series: Series | undefined;
  knowledge: Knowledge;
}

export interface Rule {
  /** Stable name, e.g. "ts-unique-index". */
  id: string;
  /** What MongoDB refuses, in our words. */
  refused: string;
  /** The manual's page that says so. */
  page: string;
  /** First version that allows it; absent: none does. */
  from?: string;
  /** What in the command breaks the rule, or null. */
  finds(seen: Seen): string | null;
}

export interface Violation {
  rule: string;
  refused: string;
  page: string;
  /** "database.collection" or the database. */
  where: string;
  command: string;
  found: string;
}

/** Base of the manual of the oldest server. */
export const manual = "https://www.mongodb.com/docs/v6.0";

/** Whether version `a` comes before `b`; both like "7.0" or "7.0.3". */
export function before(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
