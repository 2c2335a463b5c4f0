import { ofAnswerFrames } from "./pattern.ts";

export const nullPayload = ofAnswerFrames(
  "null-payload",
  (action) => `Answers ${action} with null in place of an object (OCPP-J 1.6 §4.2; Part 4 §4.1.5).`,
  (right) => right.map((frame) => (frame.kind === "callResult" ? { ...frame, payload: null } : frame)),
);
