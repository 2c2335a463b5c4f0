import { dialectEntry, type Dialect } from "../../protocol/dialect.ts";
import { readJsonText, type JsonReading } from "../../protocol/validate/text/read-json.ts";
import { isLinkRecord } from "../frames/frame.ts";
import { judgeEnvelope, speaksSoap } from "./judge-envelope.ts";
import { judgeFrame, type FrameOrigin } from "./judge-frame.ts";
import { wrongMember } from "./judge-message.ts";
import type { OpenRequests } from "./open-requests.ts";
import { textIssues } from "./text-issues.ts";
import type { LineIssue } from "./verdict.ts";

type Members = { readonly [member: string]: unknown };

const senders = { out: "station", in: "csms" } as const;

/** Judges a row of our own export of frames: what it holds in `raw`, not what was found when it was recorded. */
export function judgeRow(
  row: Members,
  reading: JsonReading,
  parts: { dialect: Dialect; open: OpenRequests; lenient: boolean; line: number },
): LineIssue[] {
  const entry = dialectEntry(parts.dialect);
  const found = textIssues(reading.issues, entry.errorCodes.formation, "line", null);
  const { raw, direction, connection, action } = row;
  if (isLinkRecord({ kind: row["kind"] })) return found;
  if (typeof raw !== "string") return [...found, wrongMember("raw", "the text that was on the wire", raw)];
  const origin: FrameOrigin = {
    entry,
    open: parts.open,
    scope: typeof connection === "string" ? connection : "",
    ...(direction === "in" || direction === "out" ? { sender: senders[direction] } : {}),
    ...(typeof action === "string" ? { action } : {}),
  };
  const issues = speaksSoap(entry)
    ? judgeEnvelope(raw, [], { ...origin, entry, lenient: parts.lenient })
    : judgeFrame(readJsonText(raw), origin);
  // Lines of the raw text are not lines of the input.
  return [
    ...found,
    ...issues.map((issue) => (issue.line === undefined ? issue : { ...issue, line: parts.line })),
  ];
}
