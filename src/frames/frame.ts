import type { Dialect } from "../../protocol/dialect.ts";
import type { Issue } from "../../protocol/validate/issue.ts";

/**
 * One thing that crossed the wire, or that happened to the connection, as it is kept. The raw text is recorded before
 * anyone interprets it; the rest is filled in within the same turn of the event loop and never changes afterwards.
 */
export interface FrameRecord {
  /** Ours: 26 characters, unique, ascending in time (ULID). Order by id is order of recording. */
  id: string;
  /** The process that recorded it. */
  writer: string;
  /** Epoch ms with fraction. */
  at: number;
  station: string;
  /** One per connection attempt of a station, ascending within it. */
  connection: string;
  dialect: Dialect;
  /** Seen from the station: `out` goes to the CSMS, `in` comes from it. */
  direction: "in" | "out";
  kind: (typeof recordKinds)[number];
  /** Action of the CALL; for an answer that of the CALL it answers, if known. */
  action: string | null;
  messageId: string | null;
  /** The text on the wire, unaltered; secrets are masked when shown, not here. For link records a short JSON object. */
  raw: string;
  /** UTF-8 bytes of `raw` on the wire. */
  size: number;
  /** For an answer: the id of the record it answers. The other way round is a query. */
  pair: string | null;
  /** For an answer: ms since the record it answers. */
  latency: number | null;
  /** CALLERROR code, fault reason, close code or HTTP status, as text. */
  error: string | null;
  issues: Issue[];
  /** What we did on purpose or noticed: `crafted`, `altered`, `unsolicited`, `late`, `duplicate`, `refused-by-policy`, … */
  marks: string[];
}

/** `opened`: handshake done. `closed`: the connection ended. `refused`: it never came about. */
const linkRecordKinds = ["opened", "closed", "refused"] as const;
export type LinkRecordKind = (typeof linkRecordKinds)[number];

/** Frames, texts that are none, and records of the link. New ones go to the end: the embedded home keeps their places. */
export const recordKinds = [
  "call",
  "callResult",
  "callError",
  "callResultError",
  "send",
  "fault",
  ...linkRecordKinds,
] as const;

/** Whether a record tells of the connection and not of something that crossed it. */
export function isLinkRecord({ kind }: { kind: unknown }): boolean {
  return linkRecordKinds.some((each) => each === kind);
}

/** Whether a record of our own reached the wire; what our validation refused is kept, and was not sent. */
export function wasSent({ marks }: Pick<FrameRecord, "marks">): boolean {
  return !marks.includes("refused-by-policy");
}
