/** Years 1 and 9999: dates beyond are refused by servers of the same protocol, and by many clients. */
export const firstTime = -62_135_596_800_000;
export const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The time field of what happened at `at` (epoch ms): whole ms, and within what every server takes. Ascending with `at`. */
export function seriesTime(at: number): Date {
  return new Date(Math.min(Math.max(Math.floor(at), firstTime), lastTime));
}
