import type { Journal } from "../journal/journal.ts";

/** Of a file out of the store: how many records were not in the store yet when it began, and so may be missing from it. */
export const waitingHeader = "x-stationmaster-waiting";

/** Longest wait for the store, ms. */
const patience = 1000;

/**
 * Waits until what was recorded so far is in the store; not for ever, since a failing store must not hide what it has.
 * Returns how many of these records still wait for the store, in the spool or in memory.
 */
export async function recent(journal: Journal): Promise<number> {
  const asked = journal.status().recorded;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([journal.flush(), enough]);
  clearTimeout(timer);
  // They are stored in order: what came since waits behind them.
  const { recorded, pending } = journal.status();
  return Math.max(0, pending - (recorded - asked));
}
