import { byEnergy, importRegister, outletLocations, wattHours, withoutNoise } from "../../statistics-rows.ts";
import type { EnergyBy, EnergyRow, StatisticsQuery } from "../../statistics.ts";
import type { Parts, Work } from "./work.ts";

const page = 1000;

interface Transaction {
  key: string;
  station: number;
  evse: number;
  energy: number;
}

export function* energy(
  parts: Parts,
  query: StatisticsQuery,
  by: EnergyBy,
  limit: number,
): Work<EnergyRow[]> {
  const rows = new Map<string, EnergyRow>();
  const name = parts.names();
  for (const station of parts.stations(query) ?? [null]) {
    for (const found of transactions(parts, query, station)) {
      for (const one of found) {
        const evse = by === "station" ? null : one.evse;
        const transactionKey = by === "transaction" ? one.key : null;
        const key = transactionKey ?? `${one.station}/${String(evse)}`;
        const row = rows.get(key);
        if (row === undefined)
          rows.set(key, {
            station: name(one.station),
            evse,
            transactionKey,
            transactions: 1,
            energy: one.energy,
          });
        else {
          row.transactions += 1;
          row.energy += one.energy;
        }
      }
      if (by === "transaction") keepMost(rows, limit);
      yield;
    }
  }
  for (const row of rows.values()) row.energy = withoutNoise(row.energy);
  return [...rows.values()].sort(byEnergy).slice(0, limit);
}

/** Forgets what cannot be among the most any more, now and then. */
function keepMost(rows: Map<string, EnergyRow>, limit: number): void {
  if (rows.size < limit + 10 * page) return;
  const beyond = [...rows].sort(([, a], [, b]) => byEnergy(a, b)).slice(limit);
  for (const [key] of beyond) rows.delete(key);
}

/** Page by page, by their start; of one station or of all. */
function* transactions(
  parts: Parts,
  query: StatisticsQuery,
  station: number | null,
): Generator<Transaction[]> {
  let [startedAt, key] = [query.from ?? -Infinity, ""];
  for (;;) {
    const rows = parts.all(
      `SELECT started_at, key, station, evse, meter_start, meter_stop
       FROM transactions INDEXED BY ${station === null ? "transactions_by_start" : "transactions_by_station"}
       WHERE ${station === null ? "" : "station = ? AND "}(started_at, key) > (?, ?) AND started_at < ?
       ORDER BY started_at, key LIMIT ?`,
      ...(station === null ? [] : [station]),
      startedAt,
      key,
      query.to ?? Infinity,
      page,
    );
    const found = rows.map((row) => {
      const [transaction, meterStart] = [String(row[1]), Number(row[4])];
      const end = typeof row[5] === "number" ? row[5] : (newestRegister(parts, transaction) ?? meterStart);
      return {
        key: transaction,
        station: Number(row[2]),
        evse: Number(row[3]),
        energy: Math.max(0, end - meterStart),
      };
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    [startedAt, key] = [Number(last[0]), String(last[1])];
    yield found;
    if (rows.length < page) return;
  }
}

/** Of a transaction whose end said nothing of its meter, or that goes on. Wh. */
function newestRegister(parts: Parts, transaction: string): number | null {
  const row = parts.all(
    `SELECT v.value, r.unit
     FROM samples m INDEXED BY samples_by_transaction
     CROSS JOIN json_each(m.readings) v ON v.key % 2 = 1
     CROSS JOIN series r ON r.no = json_extract(m.readings, '$[' || (v.key - 1) || ']')
     WHERE m.transaction_key = (SELECT no FROM names WHERE text = ?) AND r.measurand = ? AND r.phase IS NULL
       AND coalesce(r.location, ?) = ? AND r.unit IN ('Wh', 'kWh', '')
     ORDER BY m.at DESC, m.n DESC, v.key DESC LIMIT 1`,
    transaction,
    importRegister,
    outletLocations[0] ?? null,
    outletLocations[0] ?? null,
  )[0];
  return row === undefined ? null : wattHours(Number(row[0]), String(row[1]));
}
