import type { FrameRecord } from "../../../frames/frame.ts";
import { findingOver, some, type Rule } from "../rule.ts";

/** J §4.2.3, Part 4 §4.3: codes come from the version's own table. */
export const errorCodes: Rule = {
  id: "error-codes",
  text: "A CALLERROR of the CSMS carries a code of the version's table.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.2.3", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.3", level: "SHALL" },
  },
  judge({ frames }) {
    const errors = frames.filter((frame) => frame.direction === "in" && frame.kind === "callError");
    const bad = errors.filter((frame) => frame.issues.some((issue) => issue.rule === "error-code"));
    const code = (frame: FrameRecord): string => frame.error ?? "no code";
    return findingOver(errors, bad, {
      expected: "a code of the table",
      good: some(errors.map(code)),
      bad: code,
    });
  },
};
