import { join } from "node:path";
import { expect, test } from "vitest";
import { verdict } from "./verdict.ts";
import type { Report } from "./verdict.ts";

const good: Report = { numPassedTests: 7, numPendingTests: 0, testResults: [] };

function file(name: string, part: Partial<Report["testResults"][number]>): Report["testResults"][number] {
  return { name: join(process.cwd(), name), status: "failed", message: "", assertionResults: [], ...part };
}

test("all well: tests and checks are counted together", () => {
  expect(verdict({ report: good, checksPassed: 3, failedChecks: [], status: 0 })).toEqual({
    lines: ["10 passed, 0 failed"],
    good: true,
  });
  const skipping = { ...good, numPendingTests: 1, numTodoTests: 2 };
  expect(verdict({ report: skipping, checksPassed: 3, failedChecks: [], status: 0 }).lines).toEqual([
    "10 passed, 0 failed, 3 skipped",
  ]);
});

test("names each failed check, test and file that does not load, with its first line", () => {
  const testResults = [
    file("src/a.test.ts", {
      assertionResults: [
        { fullName: "one", status: "passed", failureMessages: [] },
        {
          fullName: "two goes wrong",
          status: "failed",
          failureMessages: ["Error: 1 is not 2\n    at there"],
        },
      ],
    }),
    file("src/b.test.ts", { message: "SyntaxError: odd" }),
    file("src/c.test.ts", { status: "passed" }),
  ];
  const report = { ...good, testResults };
  expect(verdict({ report, checksPassed: 2, failedChecks: ["Lint"], status: 1 })).toEqual({
    lines: [
      "Failed",
      "  Lint: see above",
      "  src/a.test.ts > two goes wrong: Error: 1 is not 2",
      "  src/b.test.ts: SyntaxError: odd",
      "",
      "9 passed, 3 failed",
    ],
    good: false,
  });
});

test("a run that fails without a failed test, or that leaves no report, is a failure", () => {
  expect(verdict({ report: good, checksPassed: 3, failedChecks: [], status: 1 }).lines.at(-1)).toBe(
    "10 passed, 1 failed",
  );
  expect(verdict({ report: null, checksPassed: 3, failedChecks: [], status: 1 })).toEqual({
    lines: ["Failed", "  Vitest ended with 1: see above", "", "3 passed, 1 failed"],
    good: false,
  });
  expect(verdict({ report: null, checksPassed: 0, failedChecks: [], status: 0 }).good).toBe(false);
});
