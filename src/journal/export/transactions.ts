import type { TransactionRow } from "../../store/store.ts";
import { columnsOf, isoTime, writeRows } from "./format.ts";
import type { ExportFormat } from "./format.ts";

/** Times in ISO 8601 and in epoch ms; meters in Wh. */
const shownOf = (row: TransactionRow) => ({
  key: row.key,
  station: row.station,
  dialect: row.dialect,
  transactionId: row.transactionId,
  evse: row.evse,
  connector: row.connector,
  idToken: row.idToken,
  startTime: isoTime(row.startedAt),
  startedAt: row.startedAt,
  endTime: isoTime(row.endedAt),
  endedAt: row.endedAt,
  meterStart: row.meterStart,
  meterStop: row.meterStop,
  stoppedReason: row.stoppedReason,
});
const columns = columnsOf(shownOf);

export function exportTransactions(
  rows: AsyncIterable<TransactionRow>,
  format: ExportFormat,
): AsyncIterable<string> {
  return writeRows(rows, format, columns, shownOf);
}
