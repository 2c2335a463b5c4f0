import { frame } from "./frames.ts";
import { toFrameReport } from "../report/frame.ts";
import type { AuditReport, CheckReport } from "../report/schema.ts";

/** What a hostile CSMS might send, to see that no report lets it out. */
export const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&]]>\u0000\u0007\u001b[31m\ud800\uffff`;

const check = (parts: Partial<CheckReport>): CheckReport => ({
  id: "boot-accepted",
  requirement: "B01.FR.02",
  level: "SHALL",
  verdict: "pass",
  text: "The CSMS accepts the boot.",
  expected: "Accepted",
  actual: "Accepted",
  frames: [],
  ...parts,
});

/** A report with every verdict in it, and hostile text wherever a CSMS or a user can put text. */
export function sampleReport(): AuditReport {
  const sent = toFrameReport(
    frame({ direction: "out", action: "BootNotification", raw: '[2,"1","BootNotification",{}]' }),
    "TC_A",
  );
  const received = toFrameReport(
    frame({
      kind: "callError",
      action: "BootNotification",
      raw: JSON.stringify([4, "1", hostile, hostile, {}]),
      error: hostile,
      latency: 12.3456,
      marks: [hostile],
      issues: [
        { pointer: hostile, rule: "enum", severity: "error", code: "X", expected: hostile, actual: hostile },
      ],
    }),
    "TC_A",
  );
  return {
    format: 1,
    target: `ws://csms.example/${hostile}`,
    dialect: "2.0.1",
    station: hostile,
    startedAt: "2026-01-02T03:04:05.678Z",
    verdict: "fail",
    summary: { pass: 1, warning: 1, fail: 1, untestable: 1, notApplicable: 1, error: 1 },
    cases: [
      {
        id: "TC_A",
        title: "fails",
        verdict: "fail",
        checks: [
          check({ verdict: "fail", actual: hostile, frames: [sent.id, received.id] }),
          check({ id: "second", verdict: "warning", level: "SHOULD" }),
        ],
      },
      { id: "TC_B", title: "passes", verdict: "pass", checks: [check({})] },
      {
        id: "TC_C",
        title: "warns",
        verdict: "warning",
        checks: [check({ verdict: "warning", actual: hostile })],
      },
      {
        id: "TC_D",
        title: "untestable",
        verdict: "untestable",
        checks: [check({ id: "untestable", verdict: "untestable", text: hostile })],
      },
      { id: "TC_E", title: "not applicable", verdict: "notApplicable", checks: [] },
      {
        id: "TC_F",
        title: "errs",
        verdict: "error",
        checks: [check({ id: "error", verdict: "error", text: hostile })],
      },
    ],
    frames: [sent, received],
  };
}
