import { describe, expect, test } from "vitest";
import { checkVerdict, exitCode, overallVerdict, summarize, verdicts, type Verdict } from "./verdict.ts";

describe("a check", () => {
  test.each([
    ["SHALL", true, "pass"],
    ["SHALL", false, "fail"],
    ["SHOULD", true, "pass"],
    ["SHOULD", false, "warning"],
  ] as const)("%s, held %s: %s", (level, ok, verdict) => {
    expect(checkVerdict(level, ok)).toBe(verdict);
  });
});

describe("the whole", () => {
  const table: [parts: Verdict[], verdict: Verdict][] = [
    [[], "untestable"],
    [["pass"], "pass"],
    [["notApplicable"], "notApplicable"],
    [["pass", "notApplicable"], "pass"],
    [["pass", "warning"], "warning"],
    [["pass", "untestable"], "untestable"],
    [["warning", "untestable"], "untestable"],
    [["pass", "error"], "error"],
    [["untestable", "error"], "error"],
    [["pass", "fail"], "fail"],
    [["fail", "untestable"], "fail"],
    [["fail", "error"], "fail"],
    [["fail", "warning"], "fail"],
  ];
  test.each(table)("%j: %s", (parts, verdict) => {
    expect(overallVerdict(parts)).toBe(verdict);
    expect(overallVerdict(parts.toReversed())).toBe(verdict);
  });

  test("every verdict has its place in the order", () => {
    for (const verdict of verdicts) expect(overallVerdict([verdict])).toBe(verdict);
  });
});

describe("the exit code", () => {
  const table: [cases: Verdict[], strict: number, allowing: number][] = [
    [["pass"], 0, 0],
    [["pass", "warning"], 0, 0],
    [["pass", "notApplicable"], 0, 0],
    [["fail"], 1, 1],
    [["fail", "error", "untestable"], 1, 1],
    [["pass", "error"], 3, 3],
    [["pass", "untestable"], 3, 0],
    [["untestable", "error"], 3, 3],
    [[], 3, 3],
  ];
  test.each(table)("%j: %i, with untestable allowed %i", (cases, strict, allowing) => {
    const summary = summarize(cases.map((verdict) => ({ verdict })));
    expect(exitCode(summary, { allowUntestable: false })).toBe(strict);
    expect(exitCode(summary, { allowUntestable: true })).toBe(allowing);
  });
});
