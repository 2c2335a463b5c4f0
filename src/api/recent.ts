import type { Journal } from "../journal/journal.ts";

/** Of a file out of the store: how many records were not in the store yet when it began, and so may be missing from it. */
export const waitingHeader = "x-stationmaster-waiting";

/** Longest wait for the store, ms. */
const patience = 1000;
/** The same of a file that should hold everything, ms. */
const longest = 120_000;

/**
 * Waits until what was recorded so far is in the store; not for ever, since a failing store must not hide what it has.
 * Returns how many records still wait for the store, in the spool or in memory, without those recorded meanwhile.
 */
export async function recent(journal: Journal): Promise<number> {
  const { recorded } = journal.status();
  await within(patience, journal.flush());
  return stillWaiting(journal, recorded);
}

/**
 * The same, but waits also for what earlier processes left in the spool, and until the store has taken nothing for
 * `silence` (ms), or for two minutes.
 */
export async function everything(journal: Journal, silence: number): Promise<number> {
  const { recorded } = journal.status();
  const end = performance.now() + longest;
  const flushed = journal.flush({ earlier: true });
  for (;;) {
    const { stored } = journal.status();
    const done = await within(Math.min(silence, Math.max(0, end - performance.now())), flushed);
    if (done || journal.status().stored === stored || performance.now() >= end)
      return stillWaiting(journal, recorded);
  }
}

/** They are stored in order: what was recorded since waits behind the others. */
function stillWaiting(journal: Journal, before: number): number {
  const { recorded, pending } = journal.status();
  return Math.max(0, pending - (recorded - before));
}

/** Whether it comes to its end in that time, ms. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
