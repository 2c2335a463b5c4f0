import type { Misbehaviour } from "../misbehaviour.ts";

export const startRefused: Misbehaviour = {
  name: "start-refused",
  text: "Calls a token blocked when a transaction starts, although it has just authorized it (1.6 §4.8; E01.FR.11).",
  dialects: ["1.6J", "2.0.1"],
  token: (right, { action, request }) =>
    action === "StartTransaction" || (action === "TransactionEvent" && request["eventType"] !== "Ended")
      ? "Blocked"
      : right,
};
