import type { AuditProgress } from "../options.ts";
import { verdicts } from "../verdict.ts";
import type { AuditReport } from "./schema.ts";
import { oneLine, verdictWords } from "./text.ts";

/** What a progress event looks like in a terminal or a CI log: one line, or none. */
export function progressLine(progress: AuditProgress): string | null {
  switch (progress.kind) {
    case "case-started":
      return `[${progress.number}/${progress.of}] ${progress.each.id}  ${progress.each.title}`;
    case "note":
      return `      ${oneLine(progress.text)}`;
    case "case-ended": {
      const { verdict, checks } = progress.report;
      const red = checks.filter((check) => check.verdict !== "pass").map((check) => check.id);
      return `      ${verdictWords[verdict]}${red.length === 0 ? "" : `: ${red.join(", ")}`}`;
    }
  }
}

/** The table of verdicts, and below it each check that is not green, with what was expected and seen. */
export function consoleReport(report: AuditReport): string[] {
  const idWidth = Math.max(4, ...report.cases.map((each) => each.id.length));
  const width = Math.max(...Object.values(verdictWords).map((word) => word.length));
  const lines = [
    `Audit of ${oneLine(report.target)}, OCPP ${report.dialect}, station ${oneLine(report.station)}`,
    "",
    `${"Case".padEnd(idWidth)}  ${"Verdict".padEnd(width)}  Title`,
    ...report.cases.map(
      (each) =>
        `${each.id.padEnd(idWidth)}  ${verdictWords[each.verdict].padEnd(width)}  ${oneLine(each.title, 80)}`,
    ),
  ];
  for (const each of report.cases)
    for (const check of each.checks) {
      if (check.verdict === "pass") continue;
      const cited = check.requirement === "" ? "" : ` [${check.requirement}, ${check.level}]`;
      lines.push(
        "",
        `${each.id}${check.id === check.verdict ? "" : ` ${check.id}`}: ${verdictWords[check.verdict]}${cited}`,
        `  ${oneLine(check.text, 400)}`,
      );
      if (check.actual !== "")
        lines.push(`  expected: ${oneLine(check.expected)}`, `  actual:   ${oneLine(check.actual, 400)}`);
    }
  return [...lines, "", `${verdictWords[report.verdict].toUpperCase()}: ${counts(report)}`];
}

function counts(report: AuditReport): string {
  return verdicts
    .filter((verdict) => report.summary[verdict] > 0)
    .map((verdict) => `${report.summary[verdict]} ${verdictWords[verdict]}`)
    .join(", ");
}
