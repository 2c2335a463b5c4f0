import { PageRequestError } from "../../page.ts";
import { firstTime, lastTime } from "../series-time.ts";

/** Where a reader of a time collection stands: behind this document, or where `id` is empty at an edge of `t`. */
export interface Position {
  /** Epoch ms. */
  t: number;
  /** Epoch ms with fraction; equal to `t` where the collection is not ordered by it. */
  at: number;
  id: string;
  /** Width of the last window, ms: how dense the documents are around here. */
  span: number;
}

export function writePosition({ t, at, id, span }: Position): string {
  return writeKey([t, at, id, span]);
}

/** Throws `PageRequestError` for a cursor that `writePosition` did not make. */
export function readPosition(cursor: string): Position {
  const [t, at, id, span] = readKey(cursor, ["number", "number", "string", "number"]);
  if (!isTime(t) || typeof at !== "number" || typeof id !== "string") throw badCursor();
  if (typeof span !== "number" || !(span >= 1 && span <= lastTime - firstTime)) throw badCursor();
  return { t, at, id, span };
}

export function writeKey(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Throws `PageRequestError` for a cursor that does not hold values of just these types. */
export function readKey(cursor: string, types: readonly ("string" | "number")[]): (string | number)[] {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(value) || value.length !== types.length) throw badCursor();
  return value.map((part: unknown, i) => {
    if ((typeof part !== "string" && typeof part !== "number") || typeof part !== types[i]) throw badCursor();
    return part;
  });
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= firstTime && value <= lastTime + 1;
}

function badCursor(): PageRequestError {
  return new PageRequestError("cursor", "this cursor does not come from a page of this query");
}
