import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { batchOf, sampleRow } from "./samples.ts";
import type { Store } from "../store.ts";

export function sampleContract(fresh: () => Promise<Home>): void {
  describe("samples", () => {
    const rows = [
      sampleRow({ at: 1000 }),
      sampleRow({ at: 1000, measurand: "Voltage", phase: "L1-N", unit: "V", value: 230.1 }),
      sampleRow({ at: 2000, station: "CS-2", transactionKey: null, location: null, evse: 0, connector: 0 }),
      sampleRow({ at: 500, station: "CS-2", transactionKey: "CS-2#1", context: "Transaction.Begin" }),
    ];

    it("are found by each filter, in order of time", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ samples: rows }));
      const find = async (query: Parameters<Store["samples"]["query"]>[0]): Promise<number[]> =>
        (await store.samples.query(query, { limit: 10, order: "oldest" })).items.map((row) =>
          rows.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)),
        );
      expect(await find({})).toEqual([3, 0, 1, 2]);
      expect(await find({ stations: ["CS-2"] })).toEqual([3, 2]);
      expect(await find({ stations: ["CS-1", "CS-2"] })).toEqual([3, 0, 1, 2]);
      expect(await find({ stations: [] })).toEqual([]);
      expect(await find({ transactionKey: "CS-1#1" })).toEqual([0, 1]);
      expect(await find({ transactionKey: "CS-9#1" })).toEqual([]);
      expect(await find({ measurands: ["Voltage", "Unknown"] })).toEqual([1]);
      expect(await find({ from: 1000, to: 2000 })).toEqual([0, 1]);
      const newest = await store.samples.query({}, { limit: 1 });
      expect(newest.items).toEqual([rows[2]]);
    });

    it("page and stream without a gap where times are equal, over several batches", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 1203 }, (_, i) => sampleRow({ at: Math.floor(i / 100), value: i }));
      for (let i = 0; i < many.length; i += 250)
        await store.append(batchOf({ samples: many.slice(i, i + 250) }));
      await expectRows(store.samples, { stations: ["CS-1"] }, many, [251]);
      await expectRows(store.samples, {}, many, [1203]);
      await expectRefusals(store.samples, {});
      await expectStartOnly(store.samples, {}, many, async () =>
        store.append(batchOf({ samples: [sampleRow({ at: 9000 })] })),
      );
    });
  });
}
