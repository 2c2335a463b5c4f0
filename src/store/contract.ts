import { afterEach, describe, expect, it } from "vitest";
import { frameContract } from "./contract-frames.ts";
import { pagingContract } from "./contract-paging.ts";
import { frameMaker, listOf, sampleRow, transactionRow } from "./contract-samples.ts";
import type { Batch, Store } from "./store.ts";

/** A fresh, empty home. `reopen` closes it and opens the same data again; `dispose` closes and removes it. */
export interface Home {
  store: Store;
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

/** What every home of the store must do; called by each home's own test file. */
export function storeContract(name: string, open: () => Promise<Home>): void {
  describe(`${name} keeps the store's contract`, () => {
    const homes: Home[] = [];
    const fresh = async (): Promise<Home> => {
      const home = await open();
      homes.push(home);
      return home;
    };
    afterEach(async () => {
      for (const home of homes.splice(0)) await home.dispose();
    });

    describe("appending", () => {
      it("keeps all fields, also over a restart", async () => {
        const home = await fresh();
        const frame = frameMaker();
        const request = frame({ marks: ["crafted"], messageId: "a", size: 77 });
        const answer = frame({
          direction: "in",
          kind: "callError",
          action: null,
          pair: request.id,
          latency: 12.5,
          error: "InternalError",
          dialect: "2.0.1",
          issues: [{ pointer: "/a", rule: "type", severity: "error", code: "X", expected: "a number" }],
        });
        await home.store.append(batch({ frames: [request, answer] }));
        for (const again of [false, true]) {
          const store = again ? await home.reopen() : home.store;
          expect(await store.frames.get(answer.id)).toEqual({ ...answer, answer: null });
          expect(await store.frames.get(request.id)).toEqual({
            ...request,
            answer: { id: answer.id, kind: "callError", latency: 12.5, error: "InternalError" },
          });
          expect(await store.frames.get("0".repeat(26))).toBeNull();
        }
      });

      it("keeps a frame once, and a repeated batch once with its samples", async () => {
        const { store } = await fresh();
        const frame = frameMaker();
        const first = batch({ frames: [frame(), frame()], samples: [sampleRow(), sampleRow()] });
        await store.append(first);
        await store.append(first);
        await store.append(batch({ frames: [...first.frames, frame()] }));
        expect(await store.frames.count({})).toBe(3);
        expect((await store.samples.query({}, { limit: 10 })).items).toHaveLength(2);
      });

      it("keeps all of a batch or nothing", async () => {
        const { store } = await fresh();
        const frame = frameMaker();
        await store.append(batch({ frames: [frame()] }));
        const broken = sampleRow({ value: undefined as unknown as number });
        const bad = batch({
          frames: [frame({ station: "CS-NEW" })],
          transactions: [transactionRow({ key: "CS-NEW#1" })],
          samples: [broken],
        });
        await expect(store.append(bad)).rejects.toThrow(Error);
        expect(await store.frames.count({})).toBe(1);
        expect((await store.transactions.query({}, { limit: 10 })).items).toEqual([]);
        const good = frame({ station: "CS-NEW" });
        await store.append(batch({ frames: [good] }));
        expect((await store.frames.query({ stations: ["CS-NEW"] }, { limit: 10 })).items).toHaveLength(1);
      });

      it("returns raw texts character by character", async () => {
        const { store } = await fresh();
        const frame = frameMaker();
        const raws = [
          "",
          "\0",
          "a\0b\0",
          "Größe 充电站 😀 \u{10FFFF} \u2028",
          '{"__proto__":{"a.b":"$c"}}',
          `"${"é".repeat(2 * 2 ** 20)}"`,
          "x".repeat(4 * 2 ** 20),
        ];
        const frames = raws.map((raw) =>
          frame({ raw, station: raw.slice(0, 5), messageId: raw.slice(0, 9) }),
        );
        await store.append(batch({ frames }));
        for (const f of frames) {
          const found = await store.frames.get(f.id);
          expect(found?.raw === f.raw).toBe(true);
          expect([found?.station, found?.messageId]).toEqual([f.station, f.messageId]);
        }
      });

      it("accepts an empty batch", async () => {
        const { store } = await fresh();
        await store.append(batch({}));
        expect(await store.frames.query({}, { limit: 5 })).toEqual({ items: [], next: null });
      });
    });

    frameContract(fresh);
    pagingContract(fresh);

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
        await store.append(batch({ transactions: rows }));
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
        await store.append(batch({ transactions: rows }));
        const ended = transactionRow({ key: "CS-1#2", transactionId: "8", startedAt: 4000, endedAt: 9000 });
        await store.append(batch({ transactions: [ended] }));
        expect((await store.transactions.query({ transactionId: "8" }, { limit: 10 })).items).toEqual([
          ended,
        ]);
        expect((await store.transactions.query({}, { limit: 10 })).items).toHaveLength(3);
      });

      it("page and stream without a gap where starts are equal", async () => {
        const { store } = await fresh();
        const many = Array.from({ length: 1203 }, (_, i) =>
          transactionRow({ key: `CS-1#${i}`, startedAt: Math.floor(i / 10) }),
        );
        await store.append(batch({ transactions: many }));
        const keys: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.transactions.query(
            {},
            { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
          );
          keys.push(...page.items.map((row) => row.key));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(new Set(keys).size).toBe(1203);
        expect(keys).toHaveLength(1203);
        const streamed = (await listOf(store.transactions.stream({}))).map((row) => row.key);
        expect(streamed).toEqual(keys.toReversed());
      });
    });

    describe("samples", () => {
      const rows = [
        sampleRow({ at: 1000 }),
        sampleRow({ at: 1000, measurand: "Voltage", phase: "L1-N", unit: "V", value: 230.1 }),
        sampleRow({ at: 2000, station: "CS-2", transactionKey: null, location: null, evse: 0, connector: 0 }),
        sampleRow({ at: 500, station: "CS-2", transactionKey: "CS-2#1", context: "Transaction.Begin" }),
      ];

      it("are found by each filter, in order of time", async () => {
        const { store } = await fresh();
        await store.append(batch({ samples: rows }));
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

      it("page and stream without a gap where times are equal", async () => {
        const { store } = await fresh();
        const many = Array.from({ length: 1203 }, (_, i) => sampleRow({ at: Math.floor(i / 100), value: i }));
        await store.append(batch({ samples: many }));
        const streamed = (await listOf(store.samples.stream({ stations: ["CS-1"] }))).map((row) => row.value);
        expect(streamed).toEqual(many.map((row) => row.value));
      });
    });

    describe("documents", () => {
      it("are put, replaced, listed by id and removed, collection by collection", async () => {
        const home = await fresh();
        const { documents } = home.store;
        await documents.put("stations", "b", { id: "b", "a.b": { $c: [1, null, "ü"] } });
        await documents.put("stations", "a", 1);
        await documents.put("settings", "a", "other");
        await documents.put("stations", "a", { second: true });
        const expected = [
          { id: "a", value: { second: true } },
          { id: "b", value: { id: "b", "a.b": { $c: [1, null, "ü"] } } },
        ];
        expect(await documents.list("stations")).toEqual(expected);
        await documents.remove("settings", "a");
        await documents.remove("settings", "not there");
        const again = await home.reopen();
        expect(await again.documents.list("stations")).toEqual(expected);
        expect(await again.documents.list("settings")).toEqual([]);
        await expect(again.documents.put("stations", "c", undefined)).rejects.toThrow(TypeError);
      });
    });
  });
}

function batch(part: Partial<Batch>): Batch {
  return { frames: [], transactions: [], samples: [], ...part };
}
