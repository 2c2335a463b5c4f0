import { randomUUID } from "node:crypto";
import { ofAnswerFrames } from "./pattern.ts";

export const wrongMessageId = ofAnswerFrames(
  "wrong-message-id",
  (action) =>
    `Answers ${action} under another message id than its CALL had (OCPP-J 1.6 §4.2.2; Part 4 §4.2.2).`,
  (right) => right.map((frame) => ({ ...frame, id: randomUUID() })),
);
