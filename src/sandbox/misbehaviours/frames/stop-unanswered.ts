import type { Misbehaviour } from "../misbehaviour.ts";

export const stopUnanswered: Misbehaviour = {
  name: "stop-unanswered",
  text: "Never answers the end of a transaction: StopTransaction, or TransactionEvent Ended (1.6 §4.10; J02.FR.19).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action, request }) =>
    action === "StopTransaction" || (action === "TransactionEvent" && request["eventType"] === "Ended")
      ? []
      : right,
};
