import { alterResults, without } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const transactionWithoutIdTokenInfo: Misbehaviour = {
  name: "transaction-without-id-token-info",
  text: "Answers a TransactionEvent that carries an idToken without idTokenInfo (E01.FR.12, E02.FR.02).",
  dialects: ["2.0.1"],
  answer: (right, { action }) =>
    action === "TransactionEvent" ? alterResults(right, (payload) => without(payload, "idTokenInfo")) : right,
};
