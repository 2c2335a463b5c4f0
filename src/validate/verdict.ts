import type { Issue } from "../../protocol/validate/issue.ts";

/** What is said of one place of one line of input. */
export interface LineIssue extends Issue {
  /**
   * What `pointer` leads into, unless it is the payload: the frame (`/1` is its message id) or the whole line. Of
   * envelopes, all that is no payload counts as the frame.
   */
  of?: "frame" | "line";
  /** For what is wrong with a text: where, counted from 1. */
  line?: number;
  /** From 1, in UTF-16 code units; within `raw` for a row of an export. */
  column?: number;
}

/** What is said of one line of input. */
export interface Verdict {
  /** From 1. */
  line: number;
  /** No error; warnings do not count. */
  valid: boolean;
  issues: LineIssue[];
}

/** A line that does not say its dialect, where nobody else did. */
export interface DialectMissing {
  line: number;
  kind: "dialect-missing";
  /** What the line is. */
  what: string;
}

export const verdictOf = (line: number, issues: LineIssue[]): Verdict => ({
  line,
  valid: !issues.some(({ severity }) => severity === "error"),
  issues,
});

/** An error about a frame; its members stand in the order in which they are printed. */
export const frameError = (
  {
    pointer,
    rule,
    code,
    expected,
    actual,
  }: Record<"pointer" | "rule" | "code" | "expected" | "actual", string>,
  more: Partial<LineIssue> = {},
): LineIssue => ({ pointer, rule, severity: "error", code, expected, actual, of: "frame", ...more });

/** An error about the line itself, which no version has a code for. */
export const lineError = (rule: string, expected: string, more: Partial<LineIssue> = {}): LineIssue => ({
  pointer: "",
  rule,
  severity: "error",
  code: "",
  expected,
  of: "line",
  ...more,
});
