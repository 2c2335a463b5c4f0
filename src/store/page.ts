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
