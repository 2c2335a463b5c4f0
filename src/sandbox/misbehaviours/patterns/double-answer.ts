import { ofAnswerFrames } from "./pattern.ts";

export const doubleAnswer = ofAnswerFrames(
  "double-answer",
  (action) => `Answers each ${action} twice (OCPP-J 1.6 §4.2.2; Part 4 §4.1.1).`,
  (right) => [...right, ...right],
);
