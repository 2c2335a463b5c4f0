import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import {
  batchOf,
  connectionRow,
  contractWriter,
  eventRow,
  frameMaker,
  listOf,
  sampleRow,
  transactionRow,
} from "./samples.ts";
import type { Batch, Store } from "../store.ts";

/** How much of everything that batches bring is there. */
async function counts(store: Store): Promise<Record<string, number>> {
  return {
    frames: await store.frames.count({}),
    transactions: (await listOf(store.transactions.stream({}))).length,
    samples: (await listOf(store.samples.stream({}))).length,
    events: (await listOf(store.events.stream({}))).length,
    connections: (await listOf(store.connections.stream({}))).length,
  };
}

export function appendingContract(fresh: () => Promise<Home>): void {
  describe("appending", () => {
    it("keeps all fields, also over a restart", async () => {
      const home = await fresh();
      const frame = frameMaker();
      const request = frame({ marks: ["crafted"], messageId: "a", size: 77, writer: "other/1" });
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
      await home.store.append(batchOf({ frames: [request, answer] }));
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

    it("knows the answer to a request of an earlier batch", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const request = frame();
      await store.append(batchOf({ frames: [request] }));
      expect((await store.frames.get(request.id))?.answer).toBeNull();
      const answer = frame({ kind: "callResult", direction: "in", pair: request.id, latency: 3.25 });
      await store.append(batchOf({ frames: [answer] }));
      const expected = { id: answer.id, kind: "callResult", latency: 3.25, error: null };
      expect((await store.frames.get(request.id))?.answer).toEqual(expected);
      const listed = await store.frames.query({ actions: ["Heartbeat"] }, { limit: 10, order: "oldest" });
      expect(listed.items[0]?.answer).toEqual(expected);
    });

    it("takes each number of a writer once, with all that is in it, also after a restart", async () => {
      const home = await fresh();
      const frame = frameMaker();
      const first = batchOf({
        frames: [frame(), frame()],
        transactions: [transactionRow({ key: "CS-1#1" })],
        samples: [sampleRow(), sampleRow()],
        events: [eventRow(), eventRow()],
        connections: [connectionRow({ key: "c1" })],
      });
      const ended = transactionRow({ key: "CS-1#1", endedAt: 5000 });
      const closed = connectionRow({ key: "c1", outcome: "closed", closedAt: 6000, frames: 2 });
      await home.store.append(first);
      await home.store.append(first);
      await home.store.append(batchOf({ transactions: [ended], connections: [closed], frames: [frame()] }));
      await home.store.append(first);
      const again = await home.reopen();
      await again.append(first);
      expect(await counts(again)).toEqual({
        frames: 3,
        transactions: 1,
        samples: 2,
        events: 2,
        connections: 1,
      });
      expect(await listOf(again.transactions.stream({}))).toEqual([ended]);
      expect(await listOf(again.connections.stream({}))).toEqual([closed]);
    });

    it("goes by the number, whatever is in the batch and however far the numbers jump", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const taken = [frame(), frame(), frame()];
      const writer = "gaps/1";
      const append = async (number: number, part: Partial<Batch>): Promise<void> =>
        store.append(batchOf({ writer, number, ...part }));
      await append(3, { frames: taken.slice(0, 1) });
      await append(10, { frames: taken.slice(1, 2), samples: [sampleRow()] });
      await append(10, { frames: [frame()], samples: [sampleRow()], events: [eventRow()] });
      await append(5, { frames: [frame()], connections: [connectionRow({ key: "c5" })] });
      await append(1, { frames: [frame()], transactions: [transactionRow({ key: "CS-1#1" })] });
      await append(1e12, { frames: taken.slice(2) });
      const ids = (await listOf(store.frames.stream({}))).map((row) => row.id);
      expect(ids).toEqual(taken.map((row) => row.id));
      expect(await counts(store)).toMatchObject({ samples: 1, events: 0, connections: 0, transactions: 0 });
    });

    it("keeps two writers apart whose batches take turns", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const sent: Batch[] = [];
      for (let number = 1; number <= 6; number++)
        for (const writer of ["one/1", "two/1"]) {
          const frames = [frame({ writer }), frame({ writer })];
          const at = number * 1000;
          const station = writer;
          sent.push(
            batchOf({
              writer,
              number,
              frames,
              samples: [sampleRow({ at, station })],
              events: [eventRow({ at, station })],
            }),
          );
        }
      for (const [place, one] of sent.entries()) {
        await store.append(one);
        const before = sent[place - 3];
        if (before !== undefined) await store.append(before);
      }
      const kept = await listOf(store.frames.stream({}));
      for (const writer of ["one/1", "two/1"])
        expect(kept.filter((row) => row.writer === writer).map((row) => row.id)).toEqual(
          sent.flatMap((one) => one.frames.filter((row) => row.writer === writer).map((row) => row.id)),
        );
      expect(kept).toHaveLength(24);
      expect(await counts(store)).toMatchObject({ samples: 12, events: 12 });
      const marks = (await store.writers("all")).map((row) => [row.writer, row.batch]);
      expect(marks).toContainEqual(["one/1", 6]);
      expect(marks).toContainEqual(["two/1", 6]);
    });

    it("refuses a batch with any broken value before anything of it is written", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const whole = batchOf({
        writer: "broken/1",
        number: 1,
        frames: [frame({ station: "CS-NEW" })],
        transactions: [transactionRow({ key: "CS-NEW#1" })],
        samples: [sampleRow()],
        events: [eventRow()],
        connections: [connectionRow({ key: "c1" })],
      });
      const broken = brokenBatches(whole);
      expect(broken.length).toBeGreaterThan(60);
      for (const [what, bad] of broken)
        await expect(store.append(bad), what).rejects.toBeInstanceOf(TypeError);
      expect(Object.values(await counts(store))).toEqual(lists.map(() => 0));
      await store.append(whole);
      expect(Object.values(await counts(store))).toEqual(lists.map(() => 1));
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
      const frames = raws.map((raw) => frame({ raw, station: raw.slice(0, 5), messageId: raw.slice(0, 9) }));
      // More than a document of MongoDB holds, and every other place is inside a character of two units.
      const long = frame({ raw: `x${"😀".repeat(5 * 2 ** 20)}` });
      await store.append(batchOf({ frames }));
      await store.append(batchOf({ frames: [long] }));
      for (const f of [...frames, long]) {
        const found = await store.frames.get(f.id);
        expect(found?.raw === f.raw).toBe(true);
        expect([found?.station, found?.messageId, found?.size]).toEqual([f.station, f.messageId, f.size]);
      }
      const newest = await store.frames.query({}, { limit: 1 });
      expect(newest.items[0]?.raw === long.raw).toBe(true);
    });

    it("accepts an empty batch", async () => {
      const { store } = await fresh();
      const empty = batchOf({});
      await store.append(empty);
      expect(await store.frames.query({}, { limit: 5 })).toEqual({ items: [], next: null });
      const marks = (await store.writers("all")).map((row) => [row.writer, row.batch]);
      expect(marks).toContainEqual([contractWriter, empty.number]);
    });
  });
}

const lists = ["frames", "transactions", "samples", "events", "connections"] as const;

/** The batch with each member of each row missing, and with values that look right and are not. */
function brokenBatches(whole: Batch): [what: string, batch: Batch][] {
  const broken: [string, Record<string, unknown>][] = [];
  for (const member of Object.keys(whole)) broken.push([`no ${member}`, { ...whole, [member]: undefined }]);
  for (const number of [0, -1, 1.5, NaN, "1"]) broken.push([`number ${number}`, { ...whole, number }]);
  broken.push(["empty writer", { ...whole, writer: "" }]);
  const spoil = (list: (typeof lists)[number], member: string, value: unknown): void => {
    const rows = [...whole[list], { ...whole[list][0], [member]: value }];
    broken.push([`${member} ${String(value)} in ${list}`, { ...whole, [list]: rows }]);
  };
  for (const list of lists)
    for (const member of Object.keys(whole[list][0] ?? {})) spoil(list, member, undefined);
  spoil("frames", "id", "not an id");
  spoil("frames", "at", Infinity);
  spoil("frames", "kind", "none");
  spoil("samples", "value", NaN);
  spoil("samples", "at", 1e16);
  spoil("events", "at", NaN);
  spoil("events", "phase", "paused");
  spoil("connections", "outcome", "lost");
  spoil("transactions", "evse", 1.5);
  return broken as unknown as [string, Batch][];
}
