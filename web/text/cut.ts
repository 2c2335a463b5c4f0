import type { FrameRow } from "../api/frames.ts";

/** Texts up to this size are fetched whole to be looked at, bytes. */
const shownMost = 1024 * 1024;

/** Whether there is more of the text than the server sent. */
export function isCut(row: FrameRow): boolean {
  return row.cut === true;
}

/** Whether all of a text that was cut for the list can be had to be looked at. */
export function isWorthFetching(row: FrameRow | null): boolean {
  return row !== null && isCut(row) && row.size <= shownMost;
}

/** Where all of a text is, as a file. */
export function wholeTextPath(row: FrameRow): string {
  return `/api/frames/${encodeURIComponent(row.id)}/raw`;
}
