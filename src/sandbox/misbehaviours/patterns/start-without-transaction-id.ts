import { alterResults, without } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const startWithoutTransactionId: Misbehaviour = {
  name: "start-without-transaction-id",
  text: "Leaves the mandatory transactionId out of its StartTransaction response (1.6 §4.8, §6.46).",
  dialects: ["1.6J"],
  answer: (right, { action }) =>
    action === "StartTransaction"
      ? alterResults(right, (payload) => without(payload, "transactionId"))
      : right,
};
