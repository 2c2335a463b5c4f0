import { MessageType } from "../../../../protocol/wire/frame.ts";
import type { Pattern } from "./pattern.ts";

export const resultRefused: Pattern = {
  ending: "result-refused",
  text: (action) => `Answers a valid ${action} response with a CALLRESULTERROR (Part 4 §4.2.3; FR.06).`,
  fits: ({ sender, response }, messageTypes) =>
    sender !== "station" && response !== null && messageTypes.includes(MessageType.callResultError),
  make: (action) => ({
    results: (right, answered) =>
      right === null && answered.action === action
        ? {
            kind: "callResultError",
            id: answered.id,
            code: "GenericError",
            description: "We do not like it.",
            details: {},
          }
        : right,
  }),
};
