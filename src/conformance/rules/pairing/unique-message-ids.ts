import type { FrameRecord } from "../../../frames/frame.ts";
import { findingOver, fromCsms, type Rule } from "../rule.ts";

/**
 * A message id is used once per station identity, on whatever connection (Part 4 §4.1.4; J §4.1.4 with errata §3.1). The
 * very same text again counts as a retry and is let pass.
 */
export const uniqueMessageIds: Rule = {
  id: "unique-message-ids",
  text: "The CSMS gives each request a message id that it has not used before for this station.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.1.4 with errata §3.1", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.1.4", level: "SHALL" },
  },
  judge({ frames, earlier }) {
    const calls = fromCsms(frames).filter((frame) => frame.kind === "call");
    const first = new Map<string, FrameRecord>();
    const again: FrameRecord[] = [];
    for (const call of [...fromCsms(earlier).filter((frame) => frame.kind === "call"), ...calls]) {
      if (call.messageId === null) continue;
      const used = first.get(call.messageId);
      if (used === undefined) first.set(call.messageId, call);
      else if (used.raw !== call.raw) again.push(call);
    }
    const bad = again.filter((call) => calls.includes(call));
    return findingOver(calls, bad, {
      expected: "a new id for each request",
      good: `${calls.length} requests, ids all new`,
      bad: (call) => `${call.action ?? "?"} used “${call.messageId ?? ""}” again`,
      frames: (call) => {
        const used = first.get(call.messageId ?? "");
        return used !== undefined && used !== call && calls.includes(used) ? [used.id, call.id] : [call.id];
      },
    });
  },
};
