import type { AuditReport, CaseReport, CheckReport } from "./schema.ts";
import { escapeMarkup } from "./text.ts";

/**
 * JUnit's XML as CI systems read it: one test case per official case. A fail becomes `failure`, an error of ours `error`,
 * untestable and not applicable `skipped`; warnings pass and are told in `system-out`.
 */
export function junitReport(report: AuditReport): string {
  const { summary, cases } = report;
  const skipped = summary.untestable + summary.notApplicable;
  const counts = attributes({
    tests: cases.length,
    failures: summary.fail,
    errors: summary.error,
    skipped,
  });
  const name = `Stationmaster audit of ${report.target}, OCPP ${report.dialect}`;
  const suite = attributes({ name, timestamp: report.startedAt.replace(/Z$/, ""), hostname: report.station });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite${suite}${counts}>`,
    ...cases.map((each) => testCase(each, report)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(each: CaseReport, report: AuditReport): string {
  const open = `    <testcase${attributes({
    name: `${each.id} ${each.title}`,
    classname: `stationmaster.ocpp.${report.dialect.replaceAll(".", "_")}`,
    time: seconds(each, report),
  })}>`;
  const body = outcome(each);
  return [open, ...body, "    </testcase>"].join("\n");
}

function outcome(each: CaseReport): string[] {
  const of = (verdict: CheckReport["verdict"]): CheckReport[] =>
    each.checks.filter((check) => check.verdict === verdict);
  const warnings = of("warning");
  const told = warnings.length === 0 ? [] : [element("system-out", {}, warnings.map(describe).join("\n"))];
  switch (each.verdict) {
    case "fail": {
      const failed = of("fail");
      const message = failed.map((check) => check.id).join(", ");
      return [element("failure", { message, type: "fail" }, failed.map(describe).join("\n")), ...told];
    }
    case "error":
      return [element("error", { message: reason(of("error")), type: "error" }, ""), ...told];
    case "untestable":
      return [element("skipped", { message: reason(of("untestable")) }, ""), ...told];
    case "notApplicable":
      return [element("skipped", { message: "not applicable" }, ""), ...told];
    case "pass":
    case "warning":
      return told;
  }
}

function reason(checks: readonly CheckReport[]): string {
  return checks.map((check) => check.text).join(" ");
}

function describe(check: CheckReport): string {
  return `${check.id} [${check.requirement}] ${check.text} Expected: ${check.expected}. Actual: ${check.actual}.`;
}

/** From the first to the last frame of the case. */
function seconds(each: CaseReport, report: AuditReport): string {
  const times = report.frames.filter((frame) => frame.case === each.id).map((frame) => Date.parse(frame.at));
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined ? "0" : ((last - first) / 1000).toFixed(3);
}

function element(name: string, members: { [name: string]: string | number }, text: string): string {
  return `      <${name}${attributes(members)}>${escapeMarkup(text)}</${name}>`;
}

/** Line breaks in attributes are written as references: a reader would turn them into blanks (XML 1.0 §3.3.3). */
function attributes(members: { [name: string]: string | number }): string {
  return Object.entries(members)
    .map(([name, value]) => {
      const escaped = escapeMarkup(String(value)).replaceAll(/[\t\n\r]/gu, (c) => `&#${c.charCodeAt(0)};`);
      return ` ${name}="${escaped}"`;
    })
    .join("");
}
