import type { Misbehaviour } from "../misbehaviour.ts";

export const dataTransferError: Misbehaviour = {
  name: "data-transfer-error",
  text: "Answers DataTransfer with the CALLERROR InternalError in place of a status (1.6 §4.3; FR.02, P02.FR.06).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action, errorCodes }) =>
    action === "DataTransfer"
      ? right.map(({ id }) => ({
          kind: "callError",
          id,
          code: errorCodes.internal,
          description: "Something went wrong.",
          details: {},
        }))
      : right,
};
