import { setImmediate } from "node:timers/promises";
import type { FrameRecord } from "../../../frames/frame.ts";
import { packFrame } from "./frame-document.ts";
import type { FramePacking, PackedFrame } from "./frame-document.ts";

/** What one insert command takes at most, so that neither the server nor our event loop chokes on it. */
const mostDocuments = 1000;
const mostBytes = 8 * 2 ** 20;
/** Frames packed in one turn of the event loop: replies to a CSMS must not wait for more. */
const turn = 100;

/** The frames of a batch, command by command. The same batch is always cut at the same places. */
export async function* frameChunks(
  frames: readonly FrameRecord[],
  packing: FramePacking,
): AsyncGenerator<PackedFrame[]> {
  const ids = new Set(frames.map(({ id }) => id));
  const answers = answersIn(frames, (pair) => ids.has(pair));
  let chunk: PackedFrame[] = [];
  let bytes = 0;
  for (const [place, frame] of frames.entries()) {
    if (place % turn === turn - 1) await setImmediate();
    const packed = packFrame(frame, answers.get(frame.id), packing);
    if (chunk.length >= mostDocuments || (bytes + packed.bytes > mostBytes && chunk.length > 0)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(packed);
    bytes += packed.bytes;
  }
  if (chunk.length > 0) yield chunk;
}

/** Frames that answer a request, by the request's id; the first answer counts. */
export function answersIn(
  frames: readonly FrameRecord[],
  wanted: (pair: string) => boolean,
): Map<string, FrameRecord> {
  const answers = new Map<string, FrameRecord>();
  for (const frame of frames)
    if (frame.pair !== null && !answers.has(frame.pair) && wanted(frame.pair)) answers.set(frame.pair, frame);
  return answers;
}

/** Small documents, command by command. */
export function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += mostDocuments)
    yield items.slice(from, from + mostDocuments);
}
