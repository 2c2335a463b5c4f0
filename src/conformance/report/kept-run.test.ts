import { expect, test } from "vitest";
import { hostile, sampleReport } from "../testing/report.ts";
import { findingPlace } from "../../store/finding-place.ts";
import { keptRun } from "./kept-run.ts";

const about = { id: "01J00000000000000000000000", writer: "lab/01J00000000000000000000001", endedAt: 99 };

test("a run keeps the report and its sums", () => {
  const report = sampleReport();
  const { run } = keptRun(report, about);
  expect(run).toMatchObject({
    id: about.id,
    kind: "audit",
    dialect: "2.0.1",
    writer: about.writer,
    startedAt: Date.parse("2026-01-02T03:04:05.678Z"),
    endedAt: 99,
    verdict: "fail",
    summary: { pass: 1, warning: 1, fail: 1, untestable: 1, notApplicable: 1, error: 1 },
    report: { format: 1, frames: [{}, {}] },
  });
  expect(JSON.stringify(report)).toContain(JSON.stringify(hostile).slice(1, -1));
});

test("each check that is not green is a finding, in the order of the report", () => {
  const report = sampleReport();
  const { findings } = keptRun(report, about);
  expect(findings.map((finding) => [finding.case, finding.check, finding.verdict])).toEqual([
    ["TC_A", "boot-accepted", "fail"],
    ["TC_A", "second", "warning"],
    ["TC_C", "boot-accepted", "warning"],
    ["TC_D", "untestable", "untestable"],
    ["TC_F", "error", "error"],
  ]);
  expect(findings.map(findingPlace)).toEqual([0, 1, 2, 3, 4]);
  expect(findings[0]).toEqual({
    id: `${about.id}/0`,
    run: about.id,
    at: 99,
    case: "TC_A",
    check: "boot-accepted",
    verdict: "fail",
    requirement: "B01.FR.02",
    text: "The CSMS accepts the boot.",
    expected: "Accepted",
    actual: hostile.toWellFormed(),
    frames: report.frames.map(({ id }) => id),
  });
});

test("half surrogates become the replacement character", () => {
  const { run, findings } = keptRun(sampleReport(), about);
  expect(hostile.isWellFormed()).toBe(false);
  for (const text of [run.target, run.station, findings[0]?.actual]) expect(text).toContain("\ufffd\uffff");
});
