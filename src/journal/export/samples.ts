import type { SampleRow } from "../../store/store.ts";
import { isoTime, writeRows } from "./format.ts";
import type { ExportFormat, Shown } from "./format.ts";

/** `time` is `at` in ISO 8601, `at` is epoch ms. */
const columns = [
  "time",
  "at",
  "station",
  "evse",
  "connector",
  "transactionKey",
  "measurand",
  "phase",
  "location",
  "context",
  "value",
  "unit",
] as const;

const shownOf = (row: SampleRow): Shown<typeof columns> => ({
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

export function exportSamples(rows: AsyncIterable<SampleRow>, format: ExportFormat): AsyncIterable<string> {
  return writeRows(rows, format, columns, shownOf);
}
