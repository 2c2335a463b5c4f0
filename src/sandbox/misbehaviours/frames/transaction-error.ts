import { in2x } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";
import { internalErrors } from "../patterns/call-error.ts";

export const transactionError: Misbehaviour = {
  name: "transaction-error",
  text: "Answers TransactionEvents with the CALLERROR InternalError, all but those that tell of an authorization (FR.02).",
  dialects: in2x,
  actions: ["TransactionEvent"],
  deeds: {
    frames: (right, asked) =>
      asked.request["triggerReason"] === "Authorized" ? right : internalErrors(right, asked),
  },
};
