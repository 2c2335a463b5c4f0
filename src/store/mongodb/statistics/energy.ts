import type { Db, Document } from "mongodb";
import { byEnergy, importRegister, outletLocations, wattHours, withoutNoise } from "../../statistics-rows.ts";
import type { EnergyBy, EnergyRow, StatisticsQuery } from "../../statistics.ts";
import type { TransactionDocument } from "../shapes.ts";
import { aside, sampleMatch, transactionMatch } from "./match.ts";

const page = 500;

type Unmeasured = Pick<TransactionDocument, "_id" | "station" | "evse" | "meterStart">;

export async function energy(
  db: Db,
  query: StatisticsQuery,
  by: EnergyBy,
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
  by: EnergyBy,
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

/** Of the transactions whose end told the register. At most `limit` rows, unless it is null. */
async function measuredEnergy(
  db: Db,
  match: Document,
  by: EnergyBy,
  limit: number | null,
): Promise<EnergyRow[]> {
  const pipeline: Document[] = [
    { $match: { ...match, meterStop: { $type: "number" } } },
    {
      $group: {
        _id: {
          station: "$station",
          ...(by === "station" ? {} : { evse: "$evse" }),
          ...(by === "transaction" ? { transactionKey: "$_id" } : {}),
        },
        transactions: { $sum: 1 },
        energy: { $sum: { $max: [0, { $subtract: ["$meterStop", "$meterStart"] }] } },
      },
    },
  ];
  if (limit !== null)
    pipeline.push(
      { $sort: { energy: -1, "_id.station": 1, "_id.evse": 1, "_id.transactionKey": 1 } },
      { $limit: limit },
    );
  const groups = await db
    .collection("transactions")
    .aggregate<{
      _id: { station: string; evse?: number; transactionKey?: string };
      transactions: number;
      energy: number;
    }>(pipeline, aside)
    .toArray();
  return groups.map(({ _id, transactions, energy }) => ({
    station: _id.station,
    evse: _id.evse ?? null,
    transactionKey: _id.transactionKey ?? null,
    transactions,
    energy,
  }));
}

/** The newest sample of the import register of each transaction that has one, Wh, by key. */
async function newestRegisters(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const pipeline = [
    {
      $match: {
        transactionKey: { $in: keys },
        ...sampleMatch({ measurands: [importRegister] }),
        "meta.phase": null,
        "meta.location": { $in: outletLocations },
        "meta.unit": { $in: ["Wh", "kWh", ""] },
      },
    },
    {
      $group: {
        _id: "$transactionKey",
        newest: { $top: { sortBy: { at: -1, _id: -1 }, output: { value: "$value", unit: "$meta.unit" } } },
      },
    },
  ];
  const groups = await db
    .collection("meter_samples")
    .aggregate<{ _id: string; newest: { value: number; unit: string } }>(pipeline, aside)
    .toArray();
  return new Map(groups.map(({ _id, newest }) => [_id, wattHours(newest.value, newest.unit) ?? 0]));
}
