import type { FrameRecord } from "../frames/frame.ts";

/**
 * Frames whose process was killed before it had paired them, in order, with the answers among them paired to the CALLs of
 * their stations. `open`: CALLs that were open before the first of them.
 */
export function pairRecovered(frames: readonly FrameRecord[], open: readonly FrameRecord[]): FrameRecord[] {
  const calls = new Map(open.map((call) => [call.station, call]));
  return frames.map((frame) => {
    if (frame.kind === "call" && frame.direction === "out") calls.set(frame.station, frame);
    const call = calls.get(frame.station);
    const answers = frame.kind === "callResult" || frame.kind === "callError";
    if (!answers || frame.direction !== "in" || frame.pair !== null || !frame.marks.includes("recovered"))
      return frame;
    if (call?.messageId !== frame.messageId || call.connection !== frame.connection) return frame;
    calls.delete(frame.station);
    return { ...frame, pair: call.id, latency: Math.max(0, frame.at - call.at) };
  });
}
