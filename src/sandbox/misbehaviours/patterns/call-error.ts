import type { Misbehaviour } from "../misbehaviour.ts";

export const statusError: Misbehaviour = {
  name: "status-error",
  text: "Answers each StatusNotification with the CALLERROR InternalError, although it is valid (1.6 §4.9; FR.02).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action, errorCodes }) =>
    action === "StatusNotification"
      ? right.map(({ id }) => ({
          kind: "callError",
          id,
          code: errorCodes.internal,
          description: "Something went wrong.",
          details: {},
        }))
      : right,
};
