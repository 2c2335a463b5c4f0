import { Type, type Static, type TProperties } from "typebox";
import { dialects } from "../../../protocol/dialect.ts";
import { verdicts } from "../verdict.ts";

/**
 * The shape of `report.json`, version 1. `docs/report.schema.json` is written from it. Changes are additive; a change that
 * breaks readers raises `format`.
 */

const caseVerdict = Type.Enum([...verdicts], {
  description:
    "pass: all checks held. warning: a SHOULD was broken. fail: a SHALL was broken. untestable: something that the case " +
    "needs could not be had, so nothing was proved. notApplicable: the case does not concern this CSMS. error: our own " +
    "mistake, never charged to the CSMS.",
});

const level = Type.Enum(["SHALL", "SHOULD"], {
  description: "How hard the requirement is: a broken SHALL fails, a broken SHOULD warns.",
});

const frameId = Type.String({ description: "The `id` of a member of `frames`." });
const time = Type.String({ format: "date-time", description: "UTC, RFC 3339 with milliseconds." });

/** An object with these members and no others. */
function closed<Members extends TProperties>(members: Members) {
  return Type.Object(members, { additionalProperties: false });
}

const CheckReport = closed({
  id: Type.String({ description: "Stable name of the check, unique within its case." }),
  requirement: Type.String({
    description: "Requirement id, or document and section where ids do not exist.",
  }),
  level,
  verdict: caseVerdict,
  text: Type.String({ description: "What the check asks of the CSMS, or why it could not be judged." }),
  expected: Type.String({ description: "What would have been right." }),
  actual: Type.String({ description: "What was seen." }),
  frames: Type.Array(frameId, { description: "The evidence, in order of time." }),
});

const CaseReport = closed({
  id: Type.String({ description: "Official id of the case." }),
  title: Type.String(),
  verdict: caseVerdict,
  checks: Type.Array(CheckReport),
});

const IssueReport = closed({
  pointer: Type.String({ description: "JSON pointer into the payload." }),
  rule: Type.String({ description: "The violated constraint." }),
  severity: Type.Enum(["error", "warning"]),
  expected: Type.String(),
  actual: Type.Optional(Type.String()),
});

const FrameReport = closed({
  id: Type.String({ description: "Ascending in time." }),
  case: Type.String({ description: "The case during which it was recorded." }),
  at: time,
  connection: Type.String({ description: "One per connection attempt of the station." }),
  direction: Type.Enum(["in", "out"], {
    description: "Seen from the station: `in` came from the CSMS.",
  }),
  kind: Type.String({
    description:
      "call, callResult, callError, callResultError, send, fault (unreadable), opened, closed or refused (connection).",
  }),
  action: Type.Union([Type.String(), Type.Null()]),
  messageId: Type.Union([Type.String(), Type.Null()]),
  raw: Type.String({ description: "The text on the wire, secrets masked." }),
  pair: Type.Union([frameId, Type.Null()], { description: "For an answer: the frame it answers." }),
  latency: Type.Union([Type.Number(), Type.Null()], {
    description: "For an answer: ms since the request.",
  }),
  error: Type.Union([Type.String(), Type.Null()], {
    description: "CALLERROR code, fault reason, close code or HTTP status.",
  }),
  issues: Type.Array(IssueReport),
  marks: Type.Array(Type.String(), {
    description: "What we did on purpose or noticed: crafted, unsolicited, late, …",
  }),
});

const count = Type.Integer({ minimum: 0 });

export const AuditReport = Type.Object(
  {
    format: Type.Literal(1),
    target: Type.String({ description: "URL of the CSMS, credentials removed, or `sandbox`." }),
    dialect: Type.Enum([...dialects]),
    station: Type.String({ description: "Identity that the station used." }),
    startedAt: time,
    verdict: caseVerdict,
    summary: Type.Object(
      {
        pass: count,
        warning: count,
        fail: count,
        untestable: count,
        notApplicable: count,
        error: count,
      },
      { additionalProperties: false, description: "Number of cases per verdict." },
    ),
    cases: Type.Array(CaseReport),
    frames: Type.Array(FrameReport),
  },
  {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Stationmaster audit report",
    additionalProperties: false,
  },
);

export type AuditReport = Static<typeof AuditReport>;
export type CaseReport = Static<typeof CaseReport>;
export type CheckReport = Static<typeof CheckReport>;
export type FrameReport = Static<typeof FrameReport>;
