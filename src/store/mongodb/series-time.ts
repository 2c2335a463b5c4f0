/** Years 1 and 9999: dates beyond are refused by servers of the same protocol, and by many clients. Readers look so far. */
export const firstTime = -62_135_596_800_000;
export const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Where MongoDB's expiry ends, 2038-01-19T03:14:07Z and 1970: one document outside, and it removes nothing from the whole
 * collection.
 */
const firstExpiring = 0;
const lastExpiring = (2 ** 31 - 1) * 1000;

/** The time field of what happened at `at` (epoch ms): whole ms, and within what expires. Never descending with `at`. */
export function seriesTime(at: number): Date {
  return new Date(within(at));
}

/** The time field of what happened at `at` or later is not before this, epoch ms; also where it was written as it is. */
export function seriesLow(at: number): number {
  return Math.max(firstTime, Math.min(within(at), Math.floor(at)));
}

/** The time field of what happened at `at` or earlier is not after this, epoch ms; also where it was written as it is. */
export function seriesHigh(at: number): number {
  return Math.min(lastTime, Math.max(within(at), Math.floor(at)));
}

/** What holds the time fields that keep MongoDB from removing anything. */
export const neverExpiring = [
  { t: { $lt: new Date(firstExpiring) } },
  { t: { $gt: new Date(lastExpiring) } },
] as const;

function within(at: number): number {
  return Math.min(Math.max(Math.floor(at), firstExpiring), lastExpiring);
}
