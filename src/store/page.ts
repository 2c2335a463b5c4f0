import type { PageRequest } from "./store.ts";

/** A cursor or limit that no page of this store has given or allows; the fault of whoever asked. */
export class PageRequestError extends Error {
  override readonly name = "PageRequestError";
  readonly field: "cursor" | "limit";

  constructor(field: "cursor" | "limit", text: string) {
    super(text);
    this.field = field;
  }
}

export const maxPageSize = 10_000;

/** Throws `PageRequestError` unless the limit is a whole number from 1 to `maxPageSize`. */
export function checkLimit(page: PageRequest): void {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > maxPageSize)
    throw new PageRequestError("limit", `limit must be a whole number from 1 to ${maxPageSize}`);
}

export type KeyPart = "string" | "number";

/** A cursor out of what rows are ordered by. */
export function writeKey(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Throws `PageRequestError` for a cursor that does not hold values of just these types. */
export function readKey(cursor: string, types: readonly KeyPart[]): (string | number)[] {
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

export function badCursor(): PageRequestError {
  return new PageRequestError("cursor", "this cursor does not come from a page of this query");
}
