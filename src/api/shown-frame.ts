import { maskFrame } from "../journal/mask.ts";
import { payloadOf } from "../frames/payload.ts";
import type { FrameRow } from "../store/store.ts";

/** So much of a text (UTF-16 units) goes into a list or a live message; what is longer has a request of its own. */
const listedMost = 64 * 1024;
/** The same of a pair, which is asked for to be looked at. */
const pairedMost = 1024 * 1024;

/** A row as clients get it. */
export type ShownFrame = FrameRow & {
  /** There is more of `raw`: see `/api/frames/{id}` and `/api/frames/{id}/raw`. */
  cut?: true;
};

/** A row of a list: secrets masked, a long text cut. */
export function listed(row: FrameRow): ShownFrame {
  return cutTo(listedMost, maskFrame(row));
}

/** With the decoded form, of what is masked already, so that it shows no more than the raw text. */
export function whole(row: FrameRow): ShownFrame & { payload: unknown } {
  const masked = maskFrame(row);
  return { ...masked, payload: payloadOf(masked) };
}

/** The same, but a very long text is cut and not decoded. */
export function paired(row: FrameRow): ShownFrame & { payload: unknown } {
  return row.raw.length > pairedMost ? { ...cutTo(pairedMost, maskFrame(row)), payload: null } : whole(row);
}

function cutTo(most: number, row: FrameRow): ShownFrame {
  if (row.raw.length <= most) return row;
  // Not between the halves of a character.
  const last = row.raw.charCodeAt(most - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? most - 1 : most;
  return { ...row, raw: row.raw.slice(0, end), cut: true };
}
