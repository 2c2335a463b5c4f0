import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const startRefused: Misbehaviour = {
  name: "start-refused",
  text: "Calls a token blocked when a transaction starts, although it has just authorized it (1.6 §4.8; E01.FR.11).",
  dialects: everywhere,
  actions: ["StartTransaction", "TransactionEvent"],
  deeds: { tokens: (right, { request }) => (request["eventType"] === "Ended" ? right : "Blocked") },
};
