import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { listOf, stateRow } from "./samples.ts";
import { oddValue } from "./values.ts";
import type { StationStateRow, Store } from "../store.ts";

async function kept(store: Store): Promise<[station: string, generation: number, revision: number][]> {
  return (await listOf(store.states.stream())).map((row) => [row.station, row.generation, row.revision]);
}

export function stateContract(fresh: () => Promise<Home>): void {
  describe("states of stations", () => {
    it("come back character by character, one by one and all by station, also after a restart", async () => {
      const home = await fresh();
      const text = JSON.stringify(oddValue());
      const rows = [
        stateRow({ station: "$a.b/__proto__", state: "" }),
        stateRow({ station: "CS-1", generation: 2 ** 53 - 1, revision: 0, keptAt: 1_700_000_000_000.25 }),
        stateRow({ station: "CS-2", state: text }),
        stateRow({ station: "CS-3", state: JSON.stringify(text.repeat(100)) }),
        stateRow({ station: "CS-4", state: JSON.stringify("ü\0😀".repeat(2 ** 19)) }),
        stateRow({ station: "ÖR 3 😀" }),
      ];
      await home.store.states.put(rows.toReversed());
      for (const again of [false, true]) {
        const { states } = again ? await home.reopen() : home.store;
        // Not compared by `toEqual`, which would print megabytes.
        expect(JSON.stringify(await listOf(states.stream())) === JSON.stringify(rows)).toBe(true);
        for (const row of rows) {
          const found = await states.get(row.station);
          expect(JSON.stringify(found) === JSON.stringify(row), row.station).toBe(true);
        }
        expect(await states.get("CS-5")).toBeNull();
      }
    });

    it("are replaced by newer ones, and by no older one", async () => {
      const { store } = await fresh();
      const put = async (generation: number, revision: number): Promise<unknown> => {
        await store.states.put([stateRow({ generation, revision, state: `[${generation},${revision}]` })]);
        return (await store.states.get("CS-1"))?.state;
      };
      expect(await put(2, 5)).toBe("[2,5]");
      expect(await put(2, 4)).toBe("[2,5]");
      expect(await put(1, 9)).toBe("[2,5]");
      expect(await put(2, 6)).toBe("[2,6]");
      expect(await put(3, 1)).toBe("[3,1]");
      const again = stateRow({ generation: 3, revision: 1, keptAt: 5, state: "again" });
      await store.states.put([again]);
      expect(await store.states.get("CS-1")).toEqual(again);
    });

    it("end as the newest of each station, whoever is first and whatever is put in one go", async () => {
      const { store } = await fresh();
      const stations = ["CS-1", "CS-2", "CS-3"];
      const puts = Array.from({ length: 12 }, (_, i): StationStateRow[] =>
        stations.flatMap((station, place) => [
          stateRow({ station, revision: (i * 5 + place) % 12, generation: 1 }),
          stateRow({ station, revision: (i * 7 + place) % 12, generation: i % 2 }),
        ]),
      );
      await Promise.all(puts.map((rows) => store.states.put(rows)));
      expect(await kept(store)).toEqual(stations.map((station) => [station, 1, 11]));
      await store.states.put([
        stateRow({ revision: 20 }),
        stateRow({ revision: 15 }),
        stateRow({ station: "new" }),
      ]);
      expect(await kept(store)).toEqual([
        ["CS-1", 1, 20],
        ["CS-2", 1, 11],
        ["CS-3", 1, 11],
        ["new", 1, 1],
      ]);
    });

    it("are removed, and then begin anew", async () => {
      const { store } = await fresh();
      await store.states.put([stateRow({ generation: 7 }), stateRow({ station: "CS-2" })]);
      await store.states.remove("CS-1");
      await store.states.remove("not there");
      expect(await store.states.get("CS-1")).toBeNull();
      expect(await kept(store)).toEqual([["CS-2", 1, 1]]);
      await store.states.put([stateRow({ generation: 1 })]);
      expect(await kept(store)).toEqual([
        ["CS-1", 1, 1],
        ["CS-2", 1, 1],
      ]);
    });

    it("of many stations are kept and given in one go", async () => {
      const { store } = await fresh();
      // More than is written, and more than is read, at once.
      const rows = Array.from({ length: 250 }, (_, i) =>
        stateRow({
          station: `CS-${String(i).padStart(4, "0")}`,
          state: JSON.stringify("x".repeat(20_000 + i)),
        }),
      );
      await store.states.put([]);
      await store.states.put(rows);
      const found = await listOf(store.states.stream());
      expect(found.map(({ station }) => station)).toEqual(rows.map(({ station }) => station));
      expect(found.every(({ state }, place) => state === rows[place]?.state)).toBe(true);
    });

    it("are refused with any broken value before anything is written", async () => {
      const { store } = await fresh();
      const broken: [keyof StationStateRow, unknown][] = [
        ["station", ""],
        ["station", "\ud800"],
        ["generation", -1],
        ["generation", 1.5],
        ["revision", "1"],
        ["revision", 2 ** 53],
        ["keptAt", NaN],
        ["state", { a: 1 }],
        ["state", '"\udc00"'],
      ];
      for (const member of Object.keys(stateRow())) broken.push([member as keyof StationStateRow, undefined]);
      for (const [member, value] of broken) {
        const bad = { ...stateRow(), [member]: value };
        await expect(store.states.put([stateRow(), bad]), member).rejects.toThrow(TypeError);
      }
      expect(await kept(store)).toEqual([]);
    });

    it("leave no history", async () => {
      const { store } = await fresh();
      await store.states.put([stateRow()]);
      await store.states.put([stateRow({ revision: 2 })]);
      await store.states.remove("CS-1");
      expect(await listOf(store.history.stream({}))).toEqual([]);
    });
  });
}
