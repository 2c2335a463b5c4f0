// Ends `make test`: names what failed, last, so that it stands where a cut log still shows it, then counts.
// `node scripts/verdict.ts REPORT CHECKS_PASSED STATUS SECONDS [FAILED_CHECK...]`
import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** What is read of Vitest's JSON report. */
export interface Report {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests?: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

export interface Run {
  /** Null: there is none to be read, the run broke off. */
  report: Report | null;
  checksPassed: number;
  failedChecks: readonly string[];
  /** Exit code of Vitest. */
  status: number;
}

/** The closing lines, of which the last is `N passed, N failed[, N skipped]`, and whether all is well. */
export function verdict({ report, checksPassed, failedChecks, status }: Run): {
  lines: string[];
  good: boolean;
} {
  const faults = [
    ...failedChecks.map((check) => `${check}: see above`),
    ...(report?.testResults.flatMap(faultsOf) ?? []),
  ];
  // An unhandled rejection fails the run without failing any one test.
  if (status !== 0 && faults.length === 0) faults.push(`Vitest ended with ${String(status)}: see above`);
  const passed = (report?.numPassedTests ?? 0) + checksPassed;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const counts = `${String(passed)} passed, ${String(faults.length)} failed`;
  return {
    lines: [
      ...(faults.length > 0 ? ["Failed", ...faults.map((fault) => `  ${fault}`), ""] : []),
      skipped > 0 ? `${counts}, ${String(skipped)} skipped` : counts,
    ],
    good: faults.length === 0 && passed > 0,
  };
}

function faultsOf({ name, status, message, assertionResults }: Report["testResults"][number]): string[] {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  // A file that does not load has no tests.
  if (failed.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages?.[0] ?? "")}`,
  );
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.slice(0, 300) ?? "";
}

if (import.meta.main) {
  const [file = "", checksPassed, status, seconds, ...failedChecks] = process.argv.slice(2);
  let report: Report | null = null;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    // Told by Vitest itself, above.
  }
  const { lines, good } = verdict({
    report,
    checksPassed: Number(checksPassed),
    failedChecks,
    status: Number(status),
  });
  console.log(`\nfigure test.minutes ${(Number(seconds) / 60).toFixed(1)} min\n${lines.join("\n")}`);
  process.exitCode = good ? 0 : 1;
}
