import { dialectEntry } from "../../protocol/dialect.ts";
import { decode } from "../../protocol/wire/codec.ts";
import { isLinkRecord } from "../frames/frame.ts";
import type { FrameRecord } from "../frames/frame.ts";

/**
 * A record whose process was killed before it could fill it in: what the raw text says by itself, and the mark
 * `recovered`. What was wrong with it is not known any more; what it answered `pairRecovered` finds.
 */
export function completeFromRaw(record: FrameRecord): FrameRecord {
  const marks = record.marks.includes("recovered") ? record.marks : [...record.marks, "recovered"];
  const completed: FrameRecord = { ...record, marks };
  const entry = dialectEntry(record.dialect);
  if (entry.soap !== null || isLinkRecord(record)) return completed;
  const frame = decode(record.raw, { messageTypes: entry.messageTypes });
  completed.kind = frame.kind;
  if (frame.kind === "fault") return { ...completed, error: frame.reason };
  completed.messageId = frame.id;
  if ("action" in frame) completed.action = frame.action;
  if ("code" in frame) completed.error = frame.code;
  return completed;
}
