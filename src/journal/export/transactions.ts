import type { TransactionRow } from "../../store/store.ts";
import { isoTime, writeRows } from "./format.ts";
import type { Columns, ExportFormat } from "./format.ts";

/** Times in ISO 8601 and in epoch ms; meters in Wh. */
const columns: Columns<TransactionRow> = [
  ["key", (row) => row.key],
  ["station", (row) => row.station],
  ["dialect", (row) => row.dialect],
  ["transactionId", (row) => row.transactionId],
  ["evse", (row) => row.evse],
  ["connector", (row) => row.connector],
  ["idToken", (row) => row.idToken],
  ["startTime", (row) => isoTime(row.startedAt)],
  ["startedAt", (row) => row.startedAt],
  ["endTime", (row) => isoTime(row.endedAt)],
  ["endedAt", (row) => row.endedAt],
  ["meterStart", (row) => row.meterStart],
  ["meterStop", (row) => row.meterStop],
  ["stoppedReason", (row) => row.stoppedReason],
];

export function exportTransactions(
  rows: AsyncIterable<TransactionRow>,
  format: ExportFormat,
): AsyncIterable<string> {
  return writeRows(rows, format, columns);
}
