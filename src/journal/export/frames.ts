import type { FrameRow } from "../../store/store.ts";
import { maskFrame } from "../mask.ts";
import { payloadOf } from "../payload.ts";
import { isoTime, writeRows } from "./format.ts";
import type { Columns, ExportFormat } from "./format.ts";

/** `time` is `at` in ISO 8601, `at` is epoch ms; `size` in bytes; latencies in ms. */
const columns: Columns<FrameRow> = [
  ["id", (row) => row.id],
  ["time", (row) => isoTime(row.at)],
  ["at", (row) => row.at],
  ["station", (row) => row.station],
  ["connection", (row) => row.connection],
  ["dialect", (row) => row.dialect],
  ["direction", (row) => row.direction],
  ["kind", (row) => row.kind],
  ["action", (row) => row.action],
  ["messageId", (row) => row.messageId],
  ["size", (row) => row.size],
  ["pair", (row) => row.pair],
  ["latency", (row) => row.latency],
  ["error", (row) => row.error],
  ["answerId", (row) => row.answer?.id ?? null],
  ["answerKind", (row) => row.answer?.kind ?? null],
  ["answerLatency", (row) => row.answer?.latency ?? null],
  ["answerError", (row) => row.answer?.error ?? null],
  ["issues", (row) => row.issues],
  ["marks", (row) => row.marks],
  ["raw", (row) => row.raw],
];

/** JSON and NDJSON also carry the decoded form; in a table it would be the raw text a second time. */
const decodedColumns: Columns<FrameRow> = [...columns, ["payload", payloadOf]];

/** Frames in the order they come, secrets masked. */
export function exportFrames(rows: AsyncIterable<FrameRow>, format: ExportFormat): AsyncIterable<string> {
  return writeRows(masked(rows), format, format === "csv" ? columns : decodedColumns);
}

async function* masked(rows: AsyncIterable<FrameRow>): AsyncGenerator<FrameRow> {
  for await (const row of rows) yield maskFrame(row);
}
