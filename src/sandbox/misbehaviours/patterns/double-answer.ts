import type { Misbehaviour } from "../misbehaviour.ts";

export const doubleAnswer: Misbehaviour = {
  name: "double-answer",
  text: "Answers each StatusNotification twice (OCPP-J 1.6 §4.2.2; Part 4 §4.1.1).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) => (action === "StatusNotification" ? [...right, ...right] : right),
};
