import type { SampleRow } from "../../store/store.ts";
import { isoTime, writeRows } from "./format.ts";
import type { Columns, ExportFormat } from "./format.ts";

/** `time` is `at` in ISO 8601, `at` is epoch ms. */
const columns: Columns<SampleRow> = [
  ["time", (row) => isoTime(row.at)],
  ["at", (row) => row.at],
  ["station", (row) => row.station],
  ["evse", (row) => row.evse],
  ["connector", (row) => row.connector],
  ["transactionKey", (row) => row.transactionKey],
  ["measurand", (row) => row.measurand],
  ["phase", (row) => row.phase],
  ["location", (row) => row.location],
  ["context", (row) => row.context],
  ["value", (row) => row.value],
  ["unit", (row) => row.unit],
];

export function exportSamples(rows: AsyncIterable<SampleRow>, format: ExportFormat): AsyncIterable<string> {
  return writeRows(rows, format, columns);
}
