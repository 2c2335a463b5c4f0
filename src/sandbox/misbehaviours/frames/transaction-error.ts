import type { Misbehaviour } from "../misbehaviour.ts";

export const transactionError: Misbehaviour = {
  name: "transaction-error",
  text: "Answers TransactionEvents with the CALLERROR InternalError, all but those that tell of an authorization (FR.02).",
  dialects: ["2.0.1"],
  answer: (right, { action, errorCodes, request }) =>
    action === "TransactionEvent" && request["triggerReason"] !== "Authorized"
      ? right.map(({ id }) => ({
          kind: "callError",
          id,
          code: errorCodes.internal,
          description: "Something went wrong.",
          details: {},
        }))
      : right,
};
