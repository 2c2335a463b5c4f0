import type { Db } from "mongodb";
import { importRegister, outletLocations, wattHours } from "../../statistics-rows.ts";
import { aside, sampleMatch } from "./match.ts";

/** The newest sample of the import register of each transaction that has one, Wh, by key. */
export async function newestRegisters(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
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
