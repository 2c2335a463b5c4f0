import { findingOver, fromCsms, type Rule } from "../rule.ts";

/** A text that is no frame of the version says nothing at all (Part 4 §4.2). */
export const readable: Rule = {
  id: "readable",
  text: "Everything the CSMS sends is a readable message of the framework.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.2", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.2", level: "SHALL" },
  },
  judge({ frames }) {
    const received = fromCsms(frames);
    const bad = received.filter((frame) => frame.kind === "fault");
    return findingOver(received, bad, {
      expected: "CALL, CALLRESULT or CALLERROR",
      good: `${received.length} readable messages`,
      bad: (frame) => frame.error ?? "unreadable",
    });
  },
};
