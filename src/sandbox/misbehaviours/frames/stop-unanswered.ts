import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const stopUnanswered: Misbehaviour = {
  name: "stop-unanswered",
  text: "Never answers the end of a transaction: StopTransaction, or TransactionEvent Ended (1.6 §4.10; J02.FR.19).",
  dialects: everywhere,
  actions: ["StopTransaction", "TransactionEvent"],
  deeds: {
    frames: (right, { action, request }) =>
      action === "TransactionEvent" && request["eventType"] !== "Ended" ? right : [],
  },
};
