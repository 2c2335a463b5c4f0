import { expect } from "vitest";

/** What passes between page, server and station takes its time on a busy machine. */
export const patience = { timeout: 30_000 };

/** Looks until what is read is as expected: what follows an action may follow late. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, patience);
}
