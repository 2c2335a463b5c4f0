import type { FrameRecord } from "../../frames/frame.ts";
import type { FrameReport } from "./schema.ts";

/** A recorded frame as the report shows it; its secrets are masked already. */
export function toFrameReport(frame: FrameRecord, caseId: string): FrameReport {
  return {
    id: frame.id,
    case: caseId,
    at: new Date(frame.at).toISOString(),
    connection: frame.connection,
    direction: frame.direction,
    kind: frame.kind,
    action: frame.action,
    messageId: frame.messageId,
    raw: frame.raw,
    pair: frame.pair,
    latency: frame.latency === null ? null : Math.round(frame.latency * 1000) / 1000,
    error: frame.error,
    issues: frame.issues.map(({ pointer, rule, severity, expected, actual }) => ({
      pointer,
      rule,
      severity,
      expected,
      ...(actual === undefined ? {} : { actual }),
    })),
    marks: frame.marks,
  };
}
