import type { FrameRow } from "../../store/store.ts";
import { maskFrame } from "../mask.ts";
import { payloadOf } from "../../frames/payload.ts";
import { columnsOf, isoTime, writeRows } from "./format.ts";
import type { ExportFormat } from "./format.ts";

/** `time` is `at` in ISO 8601, `at` is epoch ms; `size` in bytes; latencies in ms. */
const shownOf = (row: FrameRow) => ({
  id: row.id,
  time: isoTime(row.at),
  at: row.at,
  station: row.station,
  connection: row.connection,
  dialect: row.dialect,
  direction: row.direction,
  kind: row.kind,
  action: row.action,
  messageId: row.messageId,
  size: row.size,
  pair: row.pair,
  latency: row.latency,
  error: row.error,
  answerId: row.answer?.id ?? null,
  answerKind: row.answer?.kind ?? null,
  answerLatency: row.answer?.latency ?? null,
  answerError: row.answer?.error ?? null,
  writer: row.writer,
  issues: row.issues,
  marks: row.marks,
  raw: row.raw,
});
const columns = columnsOf(shownOf);

/** Frames in the order they come, secrets masked. */
export function exportFrames(rows: AsyncIterable<FrameRow>, format: ExportFormat): AsyncIterable<string> {
  // JSON and NDJSON also carry the decoded form; in a table it would be the raw text a second time.
  const isTable = format === "csv";
  return writeRows(rows, format, columns, (row) => {
    const masked = maskFrame(row);
    const shown = shownOf(masked);
    return isTable ? shown : { ...shown, payload: payloadOf(masked) };
  });
}
