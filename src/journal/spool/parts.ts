import type { Batch } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { rowLists } from "./shapes.ts";
import type { PartRecord } from "./shapes.ts";

/**
 * A portion in parts of one row each: none holds up the event loop, and where bytes go wrong on the disk one row is lost
 * with them. `missing`: the frames of it that were not written one by one before; all, unless given.
 */
export function* partsOf(batch: Batch, missing?: readonly FrameRecord[]): Generator<PartRecord> {
  const { writer: w, number: n } = batch;
  const [oldest] = batch.frames;
  const newest = batch.frames.at(-1);
  const claim =
    missing === undefined || oldest === undefined || newest === undefined
      ? {}
      : { from: oldest.id, to: newest.id };
  let part: PartRecord | null = null;
  for (const row of rowsOf(batch, missing ?? batch.frames)) {
    if (part !== null) yield part;
    part = part === null ? { t: "part", w, n, first: true, ...row } : { t: "part", w, n, ...row };
  }
  yield { ...(part ?? { t: "part", w, n, first: true }), ...claim, last: true };
}

function* rowsOf(batch: Batch, frames: readonly FrameRecord[]): Generator<Partial<PartRecord>> {
  for (const list of rowLists)
    for (const row of list === "frames" ? frames : batch[list]) yield { [list]: [row] };
}
