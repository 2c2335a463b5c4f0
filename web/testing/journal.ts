import type { Health } from "../api/info.ts";

/** A spool in which nothing waits. */
export const emptySpool: NonNullable<Health["journal"]["spool"]> = {
  records: 0,
  bytes: 0,
  limit: 1000,
  segments: 0,
  oldestAt: null,
  problem: null,
  damaged: 0,
  notice: null,
};

/** What /health says of a journal that is well. */
export const wellJournal: Health["journal"] = {
  recorded: 100,
  pending: 0,
  stored: 100,
  unsafe: 0,
  failing: null,
  awaySince: null,
  durability: "window",
  window: 50,
  lag: { p95: 4, max: 9 },
  spool: emptySpool,
};
