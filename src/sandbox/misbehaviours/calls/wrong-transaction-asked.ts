import { randomUUID } from "node:crypto";
import { in2x } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const wrongTransactionAsked: Misbehaviour = {
  name: "wrong-transaction-asked",
  text: "Asks by GetTransactionStatus for another transaction than the one that it was told to ask for (E14.FR.01).",
  dialects: in2x,
  deeds: {
    calls: (right) =>
      right.action === "GetTransactionStatus"
        ? { ...right, payload: { transactionId: randomUUID() } }
        : right,
  },
};
