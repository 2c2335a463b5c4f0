import type { Db, Document } from "mongodb";
import type { EnergyRow } from "../../statistics.ts";
import { aside } from "./match.ts";

/** Of the transactions whose end told the register. At most `limit` rows, unless it is null. */
export async function measuredEnergy(
  db: Db,
  match: Document,
  by: "station" | "evse" | "transaction",
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
