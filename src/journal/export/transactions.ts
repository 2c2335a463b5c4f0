import type { TransactionRow } from "../../store/store.ts";
import { isoTime, writeRows } from "./format.ts";
import type { ExportFormat, Shown } from "./format.ts";

/** Times in ISO 8601 and in epoch ms; meters in Wh. */
const columns = [
  "key",
  "station",
  "dialect",
  "transactionId",
  "evse",
  "connector",
  "idToken",
  "startTime",
  "startedAt",
  "endTime",
  "endedAt",
  "meterStart",
  "meterStop",
  "stoppedReason",
] as const;

const shownOf = (row: TransactionRow): Shown<typeof columns> => ({
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

export function exportTransactions(
  rows: AsyncIterable<TransactionRow>,
  format: ExportFormat,
): AsyncIterable<string> {
  return writeRows(rows, format, columns, shownOf);
}
