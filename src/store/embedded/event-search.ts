import type { DatabaseSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { TransactionEventRow } from "../rows.ts";
import type { Page, PageRequest, TransactionEventQuery } from "../store.ts";
import { numberOrNull, textOrNull } from "./frame-row.ts";
import { Conditions, pageOf, readNumberedCursor, writeCursor } from "./pages.ts";

/** Events of transactions by their time, equal times in order of recording. */
export function findEvents(
  db: DatabaseSync,
  query: TransactionEventQuery,
  page: PageRequest,
  until?: number,
): Page<TransactionEventRow> {
  const where = new Conditions();
  if (query.transactionKey !== undefined) where.named("e.transaction_key", [query.transactionKey]);
  where.span("e.at", query);
  where.named("e.station", query.stations);
  if (until !== undefined) where.add("e.n <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined)
    where.add(`(e.at, e.n) ${down ? "<" : ">"} (?, ?)`, ...readNumberedCursor(page.cursor));
  const index =
    query.transactionKey !== undefined
      ? "transaction_events_by_transaction"
      : query.stations?.length === 1
        ? "transaction_events_by_station"
        : "transaction_events_by_time";
  const direction = down ? "DESC" : "ASC";
  const rows = db
    .prepare(
      `SELECT e.*, s.text AS station_name, d.text AS dialect_name, k.text AS key_name
       FROM transaction_events e INDEXED BY ${index}
       CROSS JOIN names s ON s.no = e.station CROSS JOIN names d ON d.no = e.dialect
       CROSS JOIN names k ON k.no = e.transaction_key
       ${where.toString()} ORDER BY e.at ${direction}, e.n ${direction} LIMIT ?`,
    )
    .all(...where.values, page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (row): TransactionEventRow => ({
      at: Number(row["at"]),
      station: String(row["station_name"]),
      dialect: String(row["dialect_name"]) as Dialect,
      transactionKey: String(row["key_name"]),
      transactionId: textOrNull(row["transaction_id"]),
      phase: String(row["phase"]) as TransactionEventRow["phase"],
      frame: String(row["frame"]),
      evse: Number(row["evse"]),
      connector: Number(row["connector"]),
      idToken: textOrNull(row["id_token"]),
      meter: numberOrNull(row["meter"]),
      stoppedReason: textOrNull(row["stopped_reason"]),
    }),
    (row) => writeCursor(Number(row["at"]), Number(row["n"])),
  );
}
