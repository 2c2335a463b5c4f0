import type { FrameRecord } from "../../../frames/frame.ts";
import type { Issue } from "../../../../protocol/validate/issue.ts";
import { findingOver, fromCsms, type Rule } from "../rule.ts";

/** The link has validated every message against the version's catalogue; here its findings count. */
export const schema: Rule = {
  id: "schema",
  text: "Every message of the CSMS fits the definition of its action: required members, types, values, nothing unknown.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §6, §7", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 4 §4.1.7", level: "SHALL" },
  },
  judge: ({ frames }) => judgeIssues(frames, "a valid message", (issue) => isSchemaIssue(issue)),
};

/** What the text demands and the schemas let pass; the decimals of times have a rule of their own. */
export const messageRules: Rule = {
  id: "message-rules",
  text: "Every message of the CSMS keeps what the text of the standard demands of it beyond the schema.",
  citations: {
    "1.x": { requirement: "OCPP 1.6 §3 to §7", level: "SHALL" },
    "2.x": { requirement: "OCPP {dialect} Part 2 §2.1.4 and the requirements of its blocks", level: "SHALL" },
  },
  judge: ({ frames }) =>
    judgeIssues(
      frames,
      "messages as the standard's text demands",
      (issue) => issue.severity === "error" && issue.requirement !== undefined && !hasTooManyDecimals(issue),
    ),
};

/** Part 2 §3.1 allows three decimals and no more; that is hard, unlike its advice to write UTC. */
export const timeDecimals: Rule = {
  id: "time-decimals",
  text: "Times that the CSMS sends have at most three decimals of a second.",
  citations: { "2.x": { requirement: "OCPP {dialect} Part 2 §3.1", level: "SHALL" } },
  judge: ({ frames }) => judgeIssues(frames, "at most three decimals", hasTooManyDecimals),
};

/** What the version recommends: times in UTC, `{}` rather than null, empty members left out. */
export const messageAdvice: Rule = {
  id: "message-advice",
  text: "Every message of the CSMS follows the recommendations of the standard for its form.",
  citations: {
    "1.6J": { requirement: "OCPP 1.6 §3.14, OCPP-J 1.6 §4.2", level: "SHOULD" },
    "2.x": { requirement: "OCPP {dialect} Part 2 §3.1, Part 4 §4.1.5", level: "SHOULD" },
  },
  judge: ({ frames }) =>
    judgeIssues(frames, "the form that is recommended", (issue) => issue.severity === "warning"),
};

function hasTooManyDecimals(issue: Issue): boolean {
  return issue.rule === "timestampDecimals";
}

function isSchemaIssue(issue: Issue): boolean {
  return issue.severity === "error" && issue.requirement === undefined && issue.rule !== "error-code";
}

function judgeIssues(
  frames: readonly FrameRecord[],
  expected: string,
  counts: (issue: Issue) => boolean,
): ReturnType<Rule["judge"]> {
  const judged = fromCsms(frames).filter((frame) => frame.kind !== "fault" && frame.kind !== "callError");
  const bad = judged.filter((frame) => frame.issues.some(counts));
  return findingOver(judged, bad, {
    expected,
    good: `${judged.length} messages in order`,
    bad: (frame) => frame.issues.filter(counts).map((issue) => describe(frame.action ?? frame.kind, issue)),
  });
}

function describe(action: string, issue: Issue): string {
  const found = issue.actual === undefined ? "" : `, found ${issue.actual}`;
  const cited = issue.requirement === undefined ? "" : ` [${issue.requirement}]`;
  return `${action} ${issue.pointer || "/"}: ${issue.expected}${found} (${issue.rule})${cited}`;
}
