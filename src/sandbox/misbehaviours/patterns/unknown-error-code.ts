import type { Misbehaviour } from "../misbehaviour.ts";

export const unknownErrorCode: Misbehaviour = {
  name: "unknown-error-code",
  text: "Answers each StatusNotification with a CALLERROR whose code no version knows (OCPP-J 1.6 §4.2.3; Part 4 §4.3).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "StatusNotification"
      ? right.map(({ id }) => ({
          kind: "callError",
          id,
          code: "ServerBusy",
          description: "Come back later.",
          details: {},
        }))
      : right,
};
