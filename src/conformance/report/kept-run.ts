import type { AuditReport } from "./schema.ts";
import type { FindingRow, RunRow } from "../../store/rows.ts";

/** Verdicts of checks that found nothing. */
const green = new Set(["pass", "notApplicable"]);

/**
 * An audit's report as a home keeps it: the run with the whole report, and one finding per check that is not green, in the
 * order of the report. `id`: of the run, a frame id's form. `endedAt`: epoch ms.
 */
export function keptRun(
  original: AuditReport,
  { id, writer, endedAt }: { id: string; writer: string; endedAt: number },
): { run: RunRow; findings: FindingRow[] } {
  const report = wellFormed(original);
  const checks = report.cases.flatMap((each) => each.checks.map((check) => ({ case: each.id, check })));
  const findings = checks
    .filter(({ check }) => !green.has(check.verdict))
    .map(({ case: caseId, check: { id: check, level: _, ...rest } }, place): FindingRow => ({
      id: `${id}/${place}`,
      run: id,
      at: endedAt,
      case: caseId,
      check,
      ...rest,
    }));
  const run: RunRow = {
    id,
    kind: "audit",
    target: report.target,
    dialect: report.dialect,
    station: report.station,
    writer,
    startedAt: Date.parse(report.startedAt),
    endedAt,
    verdict: report.verdict,
    summary: { ...report.summary },
    report,
  };
  return { run, findings };
}

/** Half of a surrogate pair, which a CSMS can bring into a report, is no text for a database. `value`: as out of JSON. */
export function wellFormed<T>(value: T): T {
  const text = JSON.stringify(value, (_, member: unknown) =>
    typeof member === "string" ? member.toWellFormed() : member,
  );
  return JSON.parse(text) as T;
}
