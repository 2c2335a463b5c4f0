import type { DatabaseSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { ConnectionRow } from "../rows.ts";
import type { ConnectionQuery, Page, PageRequest } from "../store.ts";
import { numberOrNull, textOrNull } from "./frame-row.ts";
import { Conditions, pageOf, readCursor, writeCursor } from "./pages.ts";

/** Connections by their opening; `from` and `to` mean the opening too. */
export function findConnections(
  db: DatabaseSync,
  query: ConnectionQuery,
  page: PageRequest,
  until?: number,
): Page<ConnectionRow> {
  const where = new Conditions();
  if (query.outcome !== undefined) where.add("c.outcome = ?", query.outcome);
  where.span("c.opened_at", query);
  where.named("c.station", query.stations);
  if (until !== undefined) where.add("c.rowid <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined)
    where.add(`(c.opened_at, c.key) ${down ? "<" : ">"} (?, ?)`, ...readCursor(page.cursor));
  const index =
    query.stations?.length === 1
      ? "connections_by_station"
      : query.outcome !== undefined
        ? "connections_by_outcome"
        : "connections_by_opening";
  const direction = down ? "DESC" : "ASC";
  const rows = db
    .prepare(
      `SELECT c.*, s.text AS station_name, n.text AS connection_name, d.text AS dialect_name, w.text AS writer_name
       FROM connections c INDEXED BY ${index}
       CROSS JOIN names s ON s.no = c.station CROSS JOIN names n ON n.no = c.connection
       CROSS JOIN names d ON d.no = c.dialect CROSS JOIN names w ON w.no = c.writer
       ${where.toString()} ORDER BY c.opened_at ${direction}, c.key ${direction} LIMIT ?`,
    )
    .all(...where.values, page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (row): ConnectionRow => ({
      key: String(row["key"]),
      station: String(row["station_name"]),
      connection: String(row["connection_name"]),
      dialect: String(row["dialect_name"]) as Dialect,
      writer: String(row["writer_name"]),
      openedAt: Number(row["opened_at"]),
      closedAt: numberOrNull(row["closed_at"]),
      outcome: String(row["outcome"]) as ConnectionRow["outcome"],
      code: textOrNull(row["code"]),
      frames: Number(row["frames"]),
    }),
    (row) => writeCursor(Number(row["opened_at"]), String(row["key"])),
  );
}
