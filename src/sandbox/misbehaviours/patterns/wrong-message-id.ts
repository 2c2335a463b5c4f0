import { randomUUID } from "node:crypto";
import type { Misbehaviour } from "../misbehaviour.ts";

export const wrongMessageId: Misbehaviour = {
  name: "wrong-message-id",
  text: "Answers a Heartbeat under another message id than its CALL had (OCPP-J 1.6 §4.2.2; Part 4 §4.2.2).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "Heartbeat" ? right.map((frame) => ({ ...frame, id: randomUUID() })) : right,
};
