import type { DatabaseSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Page, PageRequest, TransactionQuery, TransactionRow } from "../store.ts";
import { numberOrNull, textOrNull } from "./frame-row.ts";
import { Conditions, pageOf, readCursor, writeCursor } from "./pages.ts";

/** Transactions by their start; `from` and `to` mean the start too. */
export function findTransactions(
  db: DatabaseSync,
  query: TransactionQuery,
  page: PageRequest,
  until?: number,
): Page<TransactionRow> {
  const where = new Conditions();
  if (query.transactionId !== undefined) where.add("t.transaction_id = ?", query.transactionId);
  if (query.active !== undefined) where.add(`t.ended_at IS ${query.active ? "" : "NOT "}NULL`);
  where.span("t.started_at", query);
  where.named("t.station", query.stations);
  if (until !== undefined) where.add("t.rowid <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined)
    where.add(`(t.started_at, t.key) ${down ? "<" : ">"} (?, ?)`, ...readCursor(page.cursor));
  const index =
    query.transactionId !== undefined
      ? "transactions_by_id"
      : query.active === true
        ? "transactions_open"
        : query.stations?.length === 1
          ? "transactions_by_station"
          : "transactions_by_start";
  const direction = down ? "DESC" : "ASC";
  const rows = db
    .prepare(
      `SELECT t.*, s.text AS station_name, d.text AS dialect_name
       FROM transactions t INDEXED BY ${index}
       CROSS JOIN names s ON s.no = t.station CROSS JOIN names d ON d.no = t.dialect
       ${where.toString()} ORDER BY t.started_at ${direction}, t.key ${direction} LIMIT ?`,
    )
    .all(...where.values, page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (row): TransactionRow => ({
      key: String(row["key"]),
      station: String(row["station_name"]),
      dialect: String(row["dialect_name"]) as Dialect,
      transactionId: textOrNull(row["transaction_id"]),
      evse: Number(row["evse"]),
      connector: Number(row["connector"]),
      idToken: textOrNull(row["id_token"]),
      startedAt: Number(row["started_at"]),
      endedAt: numberOrNull(row["ended_at"]),
      meterStart: Number(row["meter_start"]),
      meterStop: numberOrNull(row["meter_stop"]),
      stoppedReason: textOrNull(row["stopped_reason"]),
    }),
    (row) => writeCursor(Number(row["started_at"]), String(row["key"])),
  );
}
