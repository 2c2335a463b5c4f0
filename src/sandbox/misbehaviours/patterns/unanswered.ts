import type { Misbehaviour } from "../misbehaviour.ts";

export const heartbeatUnanswered: Misbehaviour = {
  name: "heartbeat-unanswered",
  text: "Never answers a Heartbeat (1.6 §4.6; Part 4 §4.1.1, FR.02).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) => (action === "Heartbeat" ? [] : right),
};
