/**
 * What is said of a check, a case and an audit. The only place that decides it: reports, console and exit code read what
 * these functions return.
 */

/** How hard a requirement is. */
export type Level = "SHALL" | "SHOULD";

export const verdicts = ["pass", "warning", "fail", "untestable", "notApplicable", "error"] as const;

/**
 * - `pass`: everything that was checked held, and something was checked.
 * - `warning`: a SHOULD was broken.
 * - `fail`: a SHALL was broken.
 * - `untestable`: something needed could not be had or caused, so nothing was proved. Never green.
 * - `notApplicable`: does not concern this CSMS.
 * - `error`: our own mistake. Never charged to the CSMS.
 */
export type Verdict = (typeof verdicts)[number];

/** Number of cases per verdict. */
export type Summary = { [verdict in Verdict]: number };

/** How a check ends: the requirement's level decides what breaking it costs. */
export function checkVerdict(level: Level, ok: boolean): "pass" | "warning" | "fail" {
  if (ok) return "pass";
  return level === "SHALL" ? "fail" : "warning";
}

/** From the worst on. A broken SHALL stays a fail even if we stumbled afterwards: the frames prove it. */
const severity: readonly Verdict[] = ["fail", "error", "untestable", "warning", "pass", "notApplicable"];

/**
 * The verdict of a case from those of its checks, and of an audit from those of its cases: the worst one. Nothing at all
 * proves nothing and is `untestable`.
 */
export function overallVerdict(parts: readonly Verdict[]): Verdict {
  return severity.find((verdict) => parts.includes(verdict)) ?? "untestable";
}

export function summarize(cases: readonly { verdict: Verdict }[]): Summary {
  const summary: Summary = { pass: 0, warning: 0, fail: 0, untestable: 0, notApplicable: 0, error: 0 };
  for (const { verdict } of cases) summary[verdict] += 1;
  return summary;
}

/** Exit code of the command: 0 all passed, 1 the CSMS failed something, 3 it could not be judged (2 is wrong usage). */
export type AuditExitCode = 0 | 1 | 3;

/**
 * Warnings and cases that do not apply are allowed. `allowUntestable` says that the auditor knows what could not be tested;
 * an error of ours always spoils the result.
 */
export function exitCode(summary: Summary, options: { allowUntestable: boolean }): AuditExitCode {
  if (summary.fail > 0) return 1;
  if (summary.error > 0) return 3;
  if (summary.untestable > 0 && !options.allowUntestable) return 3;
  return summary.pass + summary.warning + summary.notApplicable + summary.untestable > 0 ? 0 : 3;
}
