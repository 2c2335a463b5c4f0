import { findingOver, fromCsms, withPair, type Rule } from "../rule.ts";

/** One answer per CALL, under its id, and none to anything else (Part 4 §4.1.4; J §4.1.4). */
export const noUnsolicitedAnswer: Rule = {
  id: "no-unsolicited-answer",
  text: "The CSMS sends exactly one answer per request, and no answer to a request that was never made.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.1.4", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.1.4", level: "SHALL" },
  },
  judge({ frames }) {
    const answers = fromCsms(frames).filter(
      (frame) => frame.kind === "callResult" || frame.kind === "callError",
    );
    const bad = answers.filter(
      (frame) => frame.marks.includes("unsolicited") || frame.marks.includes("duplicate"),
    );
    return findingOver(answers, bad, {
      expected: "each answer carries the id of one open request",
      good: `${answers.length} answers`,
      bad: (frame) =>
        frame.marks.includes("duplicate")
          ? `second answer to ${frame.action ?? "?"}`
          : `answer under the unknown id “${frame.messageId ?? "null"}”`,
      frames: (frame, ok) => (ok ? [frame.id] : withPair(frame)),
    });
  },
};
