import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { batchOf, transactionRow } from "./samples.ts";
import type { Store } from "../store.ts";

export function transactionContract(fresh: () => Promise<Home>): void {
  describe("transactions", () => {
    const rows = [
      transactionRow({ key: "CS-1#1", transactionId: "7", startedAt: 1000, endedAt: 3000, meterStop: 5.5 }),
      transactionRow({ key: "CS-1#2", transactionId: null, startedAt: 4000 }),
      transactionRow({
        key: "CS-2#1",
        station: "CS-2",
        transactionId: "7",
        startedAt: 4000,
        dialect: "2.0.1",
      }),
    ];

    it("are found by each filter, newest start first", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ transactions: rows }));
      const keys = async (query: Parameters<Store["transactions"]["query"]>[0]): Promise<string[]> =>
        (await store.transactions.query(query, { limit: 10 })).items.map((row) => row.key);
      expect(await keys({})).toEqual(["CS-2#1", "CS-1#2", "CS-1#1"]);
      expect(await keys({ stations: ["CS-1"] })).toEqual(["CS-1#2", "CS-1#1"]);
      expect(await keys({ stations: ["CS-1", "CS-2", "CS-9"] })).toHaveLength(3);
      expect(await keys({ stations: [] })).toEqual([]);
      expect(await keys({ transactionId: "7" })).toEqual(["CS-2#1", "CS-1#1"]);
      expect(await keys({ transactionId: "7", stations: ["CS-1"] })).toEqual(["CS-1#1"]);
      expect(await keys({ active: true })).toEqual(["CS-2#1", "CS-1#2"]);
      expect(await keys({ active: false })).toEqual(["CS-1#1"]);
      expect(await keys({ from: 1000, to: 4000 })).toEqual(["CS-1#1"]);
      expect(await keys({ from: 4000 })).toEqual(["CS-2#1", "CS-1#2"]);
      const found = await store.transactions.query({ transactionId: "7" }, { limit: 10, order: "oldest" });
      expect(found.items).toEqual([rows[0], rows[2]]);
    });

    it("are replaced by key", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ transactions: rows }));
      const ended = transactionRow({ key: "CS-1#2", transactionId: "8", startedAt: 4000, endedAt: 9000 });
      await store.append(batchOf({ transactions: [ended] }));
      expect((await store.transactions.query({ transactionId: "8" }, { limit: 10 })).items).toEqual([ended]);
      expect((await store.transactions.query({}, { limit: 10 })).items).toHaveLength(3);
    });

    it("page and stream without a gap where starts are equal", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 1003 }, (_, i) =>
        transactionRow({ key: `CS-1#${String(i).padStart(4, "0")}`, startedAt: Math.floor(i / 10) }),
      );
      await store.append(batchOf({ transactions: many }));
      await expectRows(store.transactions, {}, many, [250, 1003]);
      await expectRefusals(store.transactions, {});
      await expectStartOnly(store.transactions, {}, many, async () =>
        store.append(batchOf({ transactions: [transactionRow({ key: "late", startedAt: 9000 })] })),
      );
    });
  });
}
