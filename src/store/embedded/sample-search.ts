import type { DatabaseSync } from "node:sqlite";
import type { Page, PageRequest, SampleQuery, SampleRow } from "../store.ts";
import { textOrNull } from "./frame-row.ts";
import { readKey, writeKey } from "../page.ts";
import { Conditions } from "./conditions.ts";

/** Samples by their time, equal times in order of recording. */
export function findSamples(
  db: DatabaseSync,
  query: SampleQuery,
  page: PageRequest,
  until?: number,
): Page<SampleRow> {
  const where = new Conditions();
  if (query.transactionKey !== undefined) where.named("m.transaction_key", [query.transactionKey]);
  where.span("m.at", query);
  where.named("m.station", query.stations);
  if (until !== undefined) where.add("m.n <= ?", until);
  if (query.measurands !== undefined) {
    const names = query.measurands.map(() => "?").join(", ");
    where.add(`r.no IN (SELECT no FROM series WHERE measurand IN (${names}))`, ...query.measurands);
  }
  const down = page.order !== "oldest";
  if (page.cursor !== undefined)
    where.add(
      `(m.at, m.n, v.key) ${down ? "<" : ">"} (?, ?, ?)`,
      ...readKey(page.cursor, ["number", "number", "number"]),
    );
  const index =
    query.transactionKey !== undefined
      ? "samples_by_transaction"
      : query.stations?.length === 1
        ? "samples_by_station"
        : "samples_by_time";
  const direction = down ? "DESC" : "ASC";
  const rows = db
    .prepare(
      `SELECT m.n, v.key, m.at, v.value, s.text AS station, k.text AS transaction_key,
         r.evse, r.connector, r.measurand, r.phase, r.location, r.unit, r.context
       FROM samples m INDEXED BY ${index}
       CROSS JOIN names s ON s.no = m.station
       CROSS JOIN json_each(m.readings) v ON v.key % 2 = 1
       CROSS JOIN series r ON r.no = json_extract(m.readings, '$[' || (v.key - 1) || ']')
       LEFT JOIN names k ON k.no = m.transaction_key
       ${where.toString()} ORDER BY m.at ${direction}, m.n ${direction}, v.key ${direction} LIMIT ?`,
    )
    .all(...where.values, page.limit + 1);
  const last = rows[page.limit - 1];
  return {
    items: rows.slice(0, page.limit).map((row) => ({
      at: Number(row["at"]),
      station: String(row["station"]),
      evse: Number(row["evse"]),
      connector: Number(row["connector"]),
      transactionKey: textOrNull(row["transaction_key"]),
      measurand: String(row["measurand"]),
      phase: textOrNull(row["phase"]),
      location: textOrNull(row["location"]),
      unit: String(row["unit"]),
      context: String(row["context"]),
      value: Number(row["value"]),
    })),
    next:
      rows.length > page.limit && last !== undefined
        ? writeKey([Number(last["at"]), Number(last["n"]), Number(last["key"])])
        : null,
  };
}
