import type { Batch } from "../../store/store.ts";
import type { FrameRecord } from "../frame.ts";
import type { PartRecord } from "./shapes.ts";

/** Characters of raw text, and rows of other kinds, in one part: less than a millisecond of work. */
const mostText = 64 * 1024;
const mostRows = 200;

const lists = ["transactions", "samples", "events", "connections"] as const;

/**
 * A portion in parts small enough that none holds up the event loop. `missing`: the frames of it that were not written
 * one by one before; all, unless given.
 */
export function* partsOf(batch: Batch, missing?: readonly FrameRecord[]): Generator<PartRecord> {
  const { writer: w, number: n } = batch;
  const frames = missing ?? batch.frames;
  const [oldest] = batch.frames;
  const newest = batch.frames.at(-1);
  const claim =
    missing === undefined || oldest === undefined || newest === undefined
      ? {}
      : { from: oldest.id, to: newest.id };
  const end = { ...claim, last: true as const };
  let part: PartRecord = { t: "part", w, n, first: true };
  let from = 0;
  let text = 0;
  for (const [index, frame] of frames.entries()) {
    text += frame.raw.length + 400;
    if (text < mostText && index < frames.length - 1) continue;
    part.frames = frames.slice(from, index + 1);
    from = index + 1;
    text = 0;
    if (from === frames.length && isSmall(batch)) break;
    yield part;
    part = { t: "part", w, n };
  }
  for (const list of lists) {
    const rows = batch[list];
    if (rows.length <= mostRows) {
      if (rows.length > 0) Object.assign(part, { [list]: rows });
      continue;
    }
    for (let i = 0; i < rows.length; i += mostRows) {
      yield { ...part, [list]: rows.slice(i, i + mostRows) };
      part = { t: "part", w, n };
    }
  }
  yield { ...part, ...end };
}

function isSmall(batch: Batch): boolean {
  return lists.every((list) => batch[list].length <= mostRows);
}
