import type { FrameRecord } from "../../../frames/frame.ts";
import { findingOver, fromCsms, type Rule } from "../rule.ts";

/**
 * A side must not send a CALL while its last one is open. The audit's station takes its time with answers, so that a CSMS
 * which does not wait is seen; one that waits cannot be blamed, since it sends after our answer went out.
 */
export const oneCallAtATime: Rule = {
  id: "one-call-at-a-time",
  text: "The CSMS waits for the answer to its request before it sends the next one.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.1.1", level: "SHOULD" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.1.1", level: "SHALL" },
  },
  judge({ frames }) {
    const calls = fromCsms(frames).filter((frame) => frame.kind === "call");
    const early = calls.filter((call) => openBefore(call, frames) !== undefined);
    return findingOver(calls, early, {
      expected: "no request while another one is open",
      good: `${calls.length} requests, one after the other`,
      bad: (call) => `${call.action ?? "?"} while ${openBefore(call, frames)?.action ?? "?"} was open`,
      frames: (call, ok) => (ok ? [call.id] : [openBefore(call, frames)?.id ?? call.id, call.id]),
    });
  },
};

/** A CALL of the CSMS on the same connection that had no answer yet when `call` came. */
function openBefore(call: FrameRecord, frames: readonly FrameRecord[]): FrameRecord | undefined {
  return frames.find(
    (other) =>
      other.direction === "in" &&
      other.kind === "call" &&
      other.connection === call.connection &&
      other.id < call.id &&
      !frames.some((answer) => answer.direction === "out" && answer.pair === other.id && answer.id < call.id),
  );
}
