import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { batchOf, connectionRow, listOf } from "./samples.ts";
import type { ConnectionRow } from "../rows.ts";
import type { ConnectionQuery } from "../store.ts";

export function connectionContract(fresh: () => Promise<Home>): void {
  describe("connections", () => {
    const open = connectionRow({ key: "c3", openedAt: 3000.25 });
    const closed = connectionRow({
      key: "c1",
      openedAt: 1000,
      closedAt: 2000.5,
      outcome: "closed",
      code: "1006",
      frames: 12,
      connection: "CS-1/0",
    });
    const refused = connectionRow({
      key: "c2",
      station: "CS-2",
      dialect: "1.6J",
      writer: "other/1",
      openedAt: 1000,
      closedAt: 1000,
      outcome: "refused",
      code: "401",
    });

    it("are found by each filter, with all fields, in order of opening", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ connections: [open, closed, refused] }));
      const find = (query: ConnectionQuery, ...rows: ConnectionRow[]): Promise<void> =>
        expectRows(store.connections, query, rows, [2]);
      await find({}, closed, refused, open);
      await find({ stations: ["CS-1"] }, closed, open);
      await find({ stations: ["CS-1", "CS-2"] }, closed, refused, open);
      await find({ stations: [] });
      await find({ outcome: "open" }, open);
      await find({ outcome: "refused" }, refused);
      await find({ outcome: "closed", stations: ["CS-1"] }, closed);
      await find({ outcome: "closed", stations: ["CS-2"] });
      await find({ from: 1000, to: 3000.25 }, closed, refused);
      await find({ outcome: "open", from: 3000.25 }, open);
    });

    it("are replaced by key", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ connections: [open, refused] }));
      const ended = { ...open, closedAt: 4000, outcome: "closed" as const, code: "1000", frames: 3 };
      await store.append(batchOf({ connections: [ended] }));
      expect(await listOf(store.connections.stream({}))).toEqual([refused, ended]);
      expect(await listOf(store.connections.stream({ outcome: "open" }))).toEqual([]);
    });

    it("page and stream without a gap where openings are equal", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 203 }, (_, i) =>
        connectionRow({ key: `c${String(i).padStart(4, "0")}`, openedAt: Math.floor(i / 50) }),
      );
      await store.append(batchOf({ connections: many }));
      await expectRows(store.connections, {}, many, [47, 203]);
      await expectRefusals(store.connections, {});
      await expectStartOnly(store.connections, {}, many, async () =>
        store.append(batchOf({ connections: [connectionRow({ key: "late", openedAt: 9000 })] })),
      );
    });
  });
}
