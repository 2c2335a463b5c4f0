import type { Misbehaviour } from "../misbehaviour.ts";

export const nullPayload: Misbehaviour = {
  name: "null-payload",
  text: "Answers each StatusNotification with null in place of an empty object (OCPP-J 1.6 §4.2; Part 4 §4.1.5).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "StatusNotification"
      ? right.map((frame) => (frame.kind === "callResult" ? { ...frame, payload: null } : frame))
      : right,
};
