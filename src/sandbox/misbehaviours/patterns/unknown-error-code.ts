import { ofAnswerFrames } from "./pattern.ts";

export const unknownErrorCode = ofAnswerFrames(
  "unknown-error-code",
  (action) =>
    `Answers ${action} with a CALLERROR whose code no version knows (OCPP-J 1.6 §4.2.3; Part 4 §4.3).`,
  (right) =>
    right.map(({ id }) => ({
      kind: "callError",
      id,
      code: "ServerBusy",
      description: "Come back later.",
      details: {},
    })),
);
