import type { LineIssue, Verdict } from "./verdict.ts";

/** One issue as a line for a person, in the form that editors and `grep -n` know: `file:line:column: …`. */
export function describeIssue(source: string, { line }: Verdict, issue: LineIssue): string {
  const { pointer, rule, severity, code, expected, actual, requirement, of } = issue;
  const place = issue.column === undefined ? `${line}` : `${issue.line ?? line}:${issue.column}`;
  const at =
    pointer === ""
      ? of === undefined
        ? " at the payload"
        : ""
      : ` at ${pointer}${of === undefined ? "" : ` of the ${of}`}`;
  const found = actual === undefined ? "" : `, found ${actual}`;
  const proof = [code, requirement].filter(Boolean).join("; ");
  const text = `${severity}: ${rule}${at}: expected ${expected}${found}${proof === "" ? "" : ` (${proof})`}`;
  return printable(`${source}:${place}: ${text}`);
}

/** What a hostile text could steer a terminal with, or turn around what is read there. */
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const printable = (text: string): string =>
  text.replace(controls, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Counts of an input. */
export class Tally {
  lines = 0;
  invalid = 0;
  errors = 0;
  warnings = 0;

  add({ valid, issues }: Verdict): void {
    this.lines++;
    if (!valid) this.invalid++;
    for (const { severity } of issues) {
      if (severity === "error") this.errors++;
      else this.warnings++;
    }
  }

  /** One sentence. */
  summary(): string {
    const counted = (count: number, one: string, many: string): string =>
      `${grouped(count)} ${count === 1 ? one : many}`;
    const wrong = this.invalid === 0 ? "none of them wrong" : `${grouped(this.invalid)} of them wrong`;
    const found = `${counted(this.errors, "error", "errors")}, ${counted(this.warnings, "warning", "warnings")}`;
    return `${counted(this.lines, "line", "lines")}, ${wrong}: ${found}`;
  }
}

export const grouped = (count: number): string => count.toLocaleString("en-US");
