import { describe, it } from "vitest";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { batchOf, eventRow } from "./samples.ts";
import type { TransactionEventRow } from "../rows.ts";
import type { TransactionEventQuery } from "../store.ts";

export function eventContract(fresh: () => Promise<Home>): void {
  describe("events of transactions", () => {
    const begun = eventRow({ at: 1000.5, phase: "started", meter: 12.5, idToken: "CAFE0001" });
    const other = eventRow({ at: 500, station: "CS-2", transactionKey: "CS-2#1", transactionId: null });
    const went = eventRow({ at: 2000, evse: 2, connector: 0, dialect: "1.6J" });
    const ended = eventRow({ at: 3000, phase: "ended", meter: 0, stoppedReason: "Local" });

    it("are found by each filter, with all fields, in order of time", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ events: [begun, went] }));
      await store.append(batchOf({ events: [ended, other] }));
      const find = (query: TransactionEventQuery, ...rows: TransactionEventRow[]): Promise<void> =>
        expectRows(store.events, query, rows, [2]);
      await find({}, other, begun, went, ended);
      await find({ stations: ["CS-1"] }, begun, went, ended);
      await find({ stations: ["CS-1", "CS-2", "CS-9"] }, other, begun, went, ended);
      await find({ stations: [] });
      await find({ stations: ["cs-1"] });
      await find({ transactionKey: "CS-2#1" }, other);
      await find({ transactionKey: "CS-9#1" });
      await find({ transactionKey: "CS-1#1", stations: ["CS-2"] });
      await find({ from: 1000.5, to: 3000 }, begun, went);
      await find({ transactionKey: "CS-1#1", stations: ["CS-1", "CS-2"], from: 1001 }, went, ended);
    });

    it("page and stream without a gap where times are equal, in order of recording", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 703 }, (_, i) =>
        eventRow({ at: Math.floor(i / 50), evse: i, transactionKey: `CS-1#${i % 3}` }),
      );
      for (let i = 0; i < many.length; i += 150)
        await store.append(batchOf({ events: many.slice(i, i + 150) }));
      await expectRows(store.events, {}, many, [150, 703]);
      await expectRows(
        store.events,
        { transactionKey: "CS-1#1" },
        many.filter((row) => row.transactionKey === "CS-1#1"),
        [50],
      );
      await expectRefusals(store.events, {});
      await expectStartOnly(store.events, {}, many, async () =>
        store.append(batchOf({ events: [eventRow({ at: 9000 })] })),
      );
    });
  });
}
