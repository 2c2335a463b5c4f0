import { ofAnswerFrames } from "./pattern.ts";

export const unanswered = ofAnswerFrames(
  "unanswered",
  (action) => `Never answers ${action} (OCPP-J 1.6 §4.1.1; Part 4 §4.1.1, FR.02).`,
  () => [],
);
