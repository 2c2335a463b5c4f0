import { MessageType } from "../../../../protocol/wire/frame.ts";
import type { Deeds } from "../misbehaviour.ts";
import type { Pattern } from "./pattern.ts";

/** Breaks how the station's answer to a CALL of the sandbox is received, in a dialect with CALLRESULTERROR. */
const ofResults = (
  ending: string,
  text: Pattern["text"],
  results: NonNullable<Deeds["results"]>,
): Pattern => ({
  ending,
  text,
  fits: ({ sender, response }, messageTypes) =>
    sender !== "station" && response !== null && messageTypes.includes(MessageType.callResultError),
  make: (action) => ({
    results: (right, answered) => (answered.action === action ? results(right, answered) : right),
  }),
});

export const resultRefused = ofResults(
  "result-refused",
  (action) => `Answers a valid ${action} response with a CALLRESULTERROR (Part 4 §4.2.3; FR.06).`,
  (right, { id }) =>
    right ?? {
      kind: "callResultError",
      id,
      code: "GenericError",
      description: "We do not like it.",
      details: {},
    },
);

export const badResultTaken = ofResults(
  "bad-result-taken",
  (action) => `Takes an invalid ${action} response without a CALLRESULTERROR (Part 4 §4.2.3; FR.06).`,
  () => null,
);
