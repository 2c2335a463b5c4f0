import type { SampleRow } from "../../store/store.ts";
import { columnsOf, isoTime, writeRows } from "./format.ts";
import type { ExportFormat } from "./format.ts";

/** `time` is `at` in ISO 8601, `at` is epoch ms. */
const shownOf = (row: SampleRow) => ({
  time: isoTime(row.at),
  at: row.at,
  station: row.station,
  evse: row.evse,
  connector: row.connector,
  transactionKey: row.transactionKey,
  measurand: row.measurand,
  phase: row.phase,
  location: row.location,
  context: row.context,
  value: row.value,
  unit: row.unit,
});
const columns = columnsOf(shownOf);

export function exportSamples(rows: AsyncIterable<SampleRow>, format: ExportFormat): AsyncIterable<string> {
  return writeRows(rows, format, columns, shownOf);
}
