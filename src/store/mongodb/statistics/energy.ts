import type { Db } from "mongodb";
import { byEnergy, withoutNoise } from "../../statistics-rows.ts";
import type { EnergyRow, StatisticsQuery } from "../../statistics.ts";
import type { TransactionDocument } from "../shapes.ts";
import { transactionMatch } from "./match.ts";
import { measuredEnergy } from "./measured-energy.ts";
import { newestRegisters } from "./newest-registers.ts";

const page = 500;

type Unmeasured = Pick<TransactionDocument, "_id" | "station" | "evse" | "meterStart">;

export async function energy(
  db: Db,
  query: StatisticsQuery,
  by: "station" | "evse" | "transaction",
  limit: number,
): Promise<EnergyRow[]> {
  const match = transactionMatch(query);
  const measured = await measuredEnergy(db, match, by, by === "transaction" ? limit : null);
  const rows = new Map(measured.map((row) => [keyOf(row), row]));
  const unmeasured = db
    .collection<TransactionDocument>("transactions")
    .find(
      { ...match, meterStop: null },
      { projection: { station: 1, evse: 1, meterStart: 1 }, batchSize: page },
    );
  let some: Unmeasured[] = [];
  for await (const one of unmeasured) {
    some.push(one);
    if (some.length < page) continue;
    await add(db, rows, some, by);
    some = [];
  }
  await add(db, rows, some, by);
  return [...rows.values()]
    .map((row) => ({ ...row, energy: withoutNoise(row.energy) }))
    .sort(byEnergy)
    .slice(0, limit);
}

/** Transactions that go on, or whose end said nothing of the register. */
async function add(
  db: Db,
  rows: Map<string, EnergyRow>,
  some: readonly Unmeasured[],
  by: "station" | "evse" | "transaction",
): Promise<void> {
  if (some.length === 0) return;
  const registers = await newestRegisters(
    db,
    some.map(({ _id }) => _id),
  );
  for (const { _id, station, evse, meterStart } of some) {
    const used = Math.max(0, (registers.get(_id) ?? meterStart) - meterStart);
    const row: EnergyRow = {
      station,
      evse: by === "station" ? null : evse,
      transactionKey: by === "transaction" ? _id : null,
      transactions: 1,
      energy: used,
    };
    const known = rows.get(keyOf(row));
    if (known === undefined) rows.set(keyOf(row), row);
    else {
      known.transactions += 1;
      known.energy += used;
    }
  }
}

function keyOf({ station, evse, transactionKey }: EnergyRow): string {
  return JSON.stringify([station, evse, transactionKey]);
}
