import { dialectEntry, type Family } from "../../../../protocol/dialect.ts";
import type { FrameRecord } from "../../../frames/frame.ts";
import { member, objectPayload } from "../../context/exchange.ts";
import { findingOver, fromCsms, type Rule } from "../rule.ts";

const remoteControl: { readonly [family in Family]: readonly string[] } = {
  "1.x": ["RemoteStartTransaction", "RemoteStopTransaction"],
  "2.x": ["RequestStartTransaction", "RequestStopTransaction"],
};

/** While Pending no remote start or stop (OCPP 1.6 §4.2, B02.FR.05). */
export const pendingObeyed: Rule = {
  id: "pending-obeyed",
  text: "The CSMS does not start or stop transactions remotely while it keeps the station Pending.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §4.2", level: "SHALL" },
    "2.x": { requirement: "B02.FR.05", level: "SHALL" },
  },
  judge: ({ frames }) =>
    judgeCalls(frames, "Pending", "no remote start or stop", (call) =>
      remoteControl[dialectEntry(call.dialect).family].includes(call.action ?? ""),
    ),
};

/** While Rejected nothing at all (OCPP 1.6 §4.2 SHOULD NOT, B03.FR.03 SHALL NOT). */
export const rejectedObeyed: Rule = {
  id: "rejected-obeyed",
  text: "The CSMS sends no request to a station whose boot it has rejected.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §4.2", level: "SHOULD" },
    "2.x": { requirement: "B03.FR.03", level: "SHALL" },
  },
  judge: ({ frames }) => judgeCalls(frames, "Rejected", "no request", () => true),
};

/** While Pending the connection stays (OCPP 1.6 §4.2 SHOULD NOT close, B02.FR.06 SHALL NOT). */
export const pendingKeptOpen: Rule = {
  id: "pending-kept-open",
  text: "The CSMS does not close the connection of a station that it keeps Pending.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §4.2", level: "SHOULD" },
    "2.x": { requirement: "B02.FR.06", level: "SHALL" },
  },
  judge({ frames }) {
    const pending = frames.filter((frame) => bootStatusAfter(frame) === "Pending");
    const closed = frames.filter(
      (frame) =>
        frame.kind === "closed" && frame.direction === "in" && bootStatusBefore(frame, frames) === "Pending",
    );
    return findingOver(pending, closed, {
      expected: "an open connection",
      good: "stayed open",
      bad: (frame) => `closed ${frame.error ?? ""}`.trim(),
    });
  },
};

function judgeCalls(
  frames: readonly FrameRecord[],
  status: string,
  expected: string,
  forbidden: (call: FrameRecord) => boolean,
): ReturnType<Rule["judge"]> {
  const told = frames.filter((frame) => bootStatusAfter(frame) === status);
  const bad = fromCsms(frames).filter(
    (frame) => frame.kind === "call" && forbidden(frame) && bootStatusBefore(frame, frames) === status,
  );
  return findingOver(told, bad, {
    expected: `${expected} while ${status}`,
    good: "none",
    bad: (frame) => `${frame.action ?? "?"} while ${status}`,
  });
}

/** The status that an answer to BootNotification gives. */
function bootStatusAfter(frame: FrameRecord): unknown {
  if (frame.direction !== "in" || frame.kind !== "callResult" || frame.action !== "BootNotification")
    return undefined;
  return member(objectPayload(frame), "status");
}

/** The status in force when `frame` was recorded. */
function bootStatusBefore(frame: FrameRecord, frames: readonly FrameRecord[]): unknown {
  let status: unknown;
  for (const other of frames) {
    if (other.id >= frame.id) break;
    status = bootStatusAfter(other) ?? status;
  }
  return status;
}
