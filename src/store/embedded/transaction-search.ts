import type { DatabaseSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Page, PageRequest, TransactionQuery, TransactionRow } from "../store.ts";
import { numberOrNull, textOrNull } from "./frame-row.ts";
import { Conditions, readCursor, writeCursor } from "./pages.ts";

/** Transactions by their start; `from` and `to` mean the start too. */
export function findTransactions(
  db: DatabaseSync,
  query: TransactionQuery,
  page: PageRequest,
): Page<TransactionRow> {
  const where = new Conditions();
  if (query.transactionId !== undefined) where.add("t.transaction_id = ?", query.transactionId);
  if (query.active !== undefined) where.add(`t.ended_at IS ${query.active ? "" : "NOT "}NULL`);
  if (query.from !== undefined) where.add("t.started_at >= ?", query.from);
  if (query.to !== undefined) where.add("t.started_at < ?", query.to);
  if (query.stations !== undefined) {
    const names = query.stations.map(() => "?").join(", ");
    where.add(`t.station IN (SELECT no FROM names WHERE text IN (${names}))`, ...query.stations);
  }
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
  const items = rows.slice(0, page.limit).map((row): TransactionRow => ({
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
  }));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > page.limit && last !== undefined ? writeCursor(last.startedAt, last.key) : null,
  };
}
