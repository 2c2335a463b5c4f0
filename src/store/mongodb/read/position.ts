import { badCursor, readKey, writeKey } from "../../page.ts";
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

function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= firstTime && value <= lastTime + 1;
}
