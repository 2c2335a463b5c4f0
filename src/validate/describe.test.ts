import { expect, it } from "vitest";
import { describeIssue, Tally } from "./describe.ts";
import { lineError, verdictOf } from "./verdict.ts";
import type { LineIssue } from "./verdict.ts";

const issue: LineIssue = {
  pointer: "/idTag",
  rule: "maxLength",
  severity: "error",
  code: "PropertyConstraintViolation",
  expected: "at most 20 characters",
  actual: "21",
};

it("says an issue in one line that editors know", () => {
  const say = (part: Partial<LineIssue>): string =>
    describeIssue("in.log", verdictOf(7, []), { ...issue, ...part });
  expect(say({})).toBe(
    "in.log:7: error: maxLength at /idTag: expected at most 20 characters, found 21 (PropertyConstraintViolation)",
  );
  expect(say({ pointer: "", requirement: "A01.FR.02" })).toContain(
    "maxLength at the payload: expected at most 20 characters, found 21 (PropertyConstraintViolation; A01.FR.02)",
  );
  expect(say({ pointer: "/1", of: "frame", column: 9 })).toMatch(
    /^in\.log:7:9: error: maxLength at \/1 of the frame:/,
  );
  expect(say({ line: 8, column: 9 })).toMatch(/^in\.log:8:9: /);
  expect(describeIssue("-", verdictOf(1, []), lineError("form", "a message"))).toBe(
    "-:1: error: form: expected a message",
  );
});

it("shows what could steer a terminal as text", () => {
  expect(describeIssue("x", verdictOf(1, []), { ...issue, actual: "\u001b[2J\u202eabc\n" })).toContain(
    "found \\u001b[2J\\u202eabc\\u000a (",
  );
});

it("counts lines, and errors apart from warnings", () => {
  const tally = new Tally();
  expect(tally.summary()).toBe("0 lines, none of them wrong: 0 errors, 0 warnings");
  tally.add(verdictOf(1, [issue, { ...issue, severity: "warning" }]));
  expect(tally.summary()).toBe("1 line, 1 of them wrong: 1 error, 1 warning");
  for (let i = 0; i < 1234; i++) tally.add(verdictOf(i, [{ ...issue, severity: "warning" }]));
  expect(tally.summary()).toBe("1,235 lines, 1 of them wrong: 1 error, 1,235 warnings");
});
