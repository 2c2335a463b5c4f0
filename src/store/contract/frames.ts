import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import type { ContractOptions, Home } from "./contract.ts";
import { firstOf } from "./rows.ts";
import { batchOf, frameMaker, listOf, naiveQuery } from "./samples.ts";
import type { FrameQuery, FrameRow, Store } from "../store.ts";

async function append(store: Store, frames: FrameRecord[]): Promise<void> {
  await store.append(batchOf({ frames }));
}

async function all(store: Store, query: FrameQuery): Promise<FrameRow[]> {
  return (await firstOf(store.frames, query, 1000, "oldest")).items;
}

export function frameContract(fresh: () => Promise<Home>, options: ContractOptions): void {
  describe("finding frames", () => {
    it("by each filter and by all of them together", async () => {
      const { store } = await fresh();
      const frame = frameMaker(1000);
      const call = frame({ station: "CS-2", connection: "CS-2/1", messageId: "m2", action: "Authorize" });
      const result = frame({
        station: "CS-2",
        connection: "CS-2/1",
        messageId: "m2",
        action: "Authorize",
        direction: "in",
        kind: "callResult",
        pair: call.id,
        latency: 1,
        issues: [{ pointer: "", rule: "required", severity: "error", code: "X", expected: "y" }],
      });
      const warned = frame({
        direction: "in",
        kind: "callResult",
        issues: [{ pointer: "", rule: "r", severity: "warning", code: "X", expected: "y" }],
      });
      const fault = frame({
        kind: "fault",
        direction: "in",
        action: null,
        messageId: null,
        error: "not-json",
      });
      const refused = frame({ kind: "refused", action: null, messageId: null, error: "401" });
      const closed = frame({ kind: "closed", action: null, messageId: null, error: "1006" });
      const frames = [call, result, warned, fault, refused, closed];
      await append(store, frames);
      const find = async (query: FrameQuery): Promise<string[]> => (await all(store, query)).map((f) => f.id);
      const ids = (...some: FrameRecord[]): string[] => some.map((f) => f.id);

      expect(await find({})).toEqual(ids(...frames));
      expect(await find({ stations: ["CS-2"] })).toEqual(ids(call, result));
      expect(await find({ stations: ["CS-1", "CS-2", "CS-9"] })).toEqual(ids(...frames));
      expect(await find({ stations: [] })).toEqual([]);
      expect(await find({ stations: ["cs-2"] })).toEqual([]);
      expect(await find({ actions: ["Authorize"] })).toEqual(ids(call, result));
      expect(await find({ direction: "in" })).toEqual(ids(result, warned, fault));
      expect(await find({ kinds: ["callResult", "closed"] })).toEqual(ids(result, warned, closed));
      expect(await find({ connection: "CS-2/1" })).toEqual(ids(call, result));
      expect(await find({ messageId: "m2" })).toEqual(ids(call, result));
      expect(await find({ errors: true })).toEqual(ids(result, fault, refused));
      expect(await find({ errors: false })).toEqual(ids(...frames));
      expect(await find({ from: result.at, to: closed.at })).toEqual(ids(result, warned, fault, refused));
      expect(await find({ after: fault.id })).toEqual(ids(refused, closed));
      expect(
        await find({
          stations: ["CS-2"],
          actions: ["Authorize"],
          direction: "in",
          kinds: ["callResult"],
          connection: "CS-2/1",
          messageId: "m2",
          errors: true,
          from: call.at,
          to: closed.at,
          text: "heartbeat",
          after: call.id,
        }),
      ).toEqual(ids(result));
    });

    it("by words, right after the append, in any case and place", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const raws = [
        '[2,"7f3a-11","TransactionEvent",{"eventType":"Started"}]',
        '[3,"7f3a-11",{"idTokenInfo":{"status":"Accepted"}}]',
        '[2,"b","DataTransfer",{"vendorId":"ÄÖÜ 充电站","data":"100%_\\\\*"}]',
        "nul \0 inside, accepted",
      ];
      const frames = raws.map((raw) => frame({ raw }));
      await append(store, frames);
      const find = async (text: string): Promise<number[]> =>
        (await all(store, { text })).map((f) => raws.indexOf(f.raw));
      expect(await find("transactionevent")).toEqual([0]);
      expect(await find("tionEv")).toEqual([0]);
      expect(await find('"Accepted"')).toEqual([1]);
      expect(await find("ACCEPTED")).toEqual([1, 3]);
      expect(await find("7f3a-11")).toEqual([0, 1]);
      expect(await find("  status\t7F3A ")).toEqual([1]);
      expect(await find("status Started")).toEqual([]);
      expect(await find("äöü")).toEqual([2]);
      expect(await find("电站")).toEqual([2]);
      expect(await find("0%_\\\\*")).toEqual([2]);
      expect(await find("%")).toEqual([2]);
      expect(await find("inside")).toEqual([3]);
      expect(await find("2,")).toEqual([0, 2]);
      expect(await find('" OR "')).toEqual([2]);
      expect(await find('zebra" OR "a')).toEqual([]);
      expect(await find("   ")).toEqual([0, 1, 2, 3]);
    });

    it("counts what it finds", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const frames = Array.from({ length: 50 }, (_, i) => frame({ station: `CS-${i % 7}`, raw: `word${i}` }));
      await append(store, frames);
      for (const query of [
        {},
        { stations: ["CS-3"] },
        { text: "word1" },
        { from: frames[10]?.at ?? 0 },
        { after: frames[40]?.id ?? "" },
        { stations: [] },
      ])
        expect(await store.frames.count(query)).toBe(naiveQuery(frames, query).length);
    });

    it("like a plain filter over the same data would, whatever is asked", async () => {
      const { store } = await fresh();
      const frames = randomFrames(600);
      for (let i = 0; i < frames.length; i += 37) await append(store, frames.slice(i, i + 37));
      await fc.assert(
        fc.asyncProperty(queryArbitrary(frames), async (query) => {
          const expected = naiveQuery(frames, query);
          expect(await all(store, query)).toEqual(expected);
          expect(await listOf(store.frames.stream(query))).toEqual(expected);
          expect(await store.frames.count(query)).toBe(expected.length);
          const newest = await firstOf(store.frames, query, 7, "newest");
          expect(newest.items).toEqual(expected.toReversed().slice(0, 7));
          if (expected.length !== 7) expect(newest.next === null).toBe(expected.length < 7);
        }),
        { numRuns: options.thorough ? 200 : 5, seed: 7, endOnFailure: true },
      );
    });
  });
}

const stations = ["CS-1", "CS-2", "ÖR 3", ""];
const actions = ["Heartbeat", "Authorize", "TransactionEvent"];
const kinds: FrameRecord["kind"][] = [
  "call",
  "callResult",
  "callError",
  "fault",
  "opened",
  "closed",
  "refused",
];
const words = ["Accepted", "ACC", "😀b", "ünï", "x\0y", "\\u0041", '"', "K", "İ", "zzz"];

/** Seeded, so that each home sees the same. */
function randomFrames(count: number): FrameRecord[] {
  const frame = frameMaker();
  const parts = fc.sample(
    fc.record({
      station: fc.constantFrom(...stations),
      connection: fc.constantFrom("1", "2"),
      direction: fc.constantFrom<"in" | "out">("in", "out"),
      kind: fc.constantFrom(...kinds),
      action: fc.constantFrom(null, ...actions),
      messageId: fc.constantFrom(null, "a", "b", "-1", ""),
      raw: fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary" })), { maxLength: 6 }),
      severity: fc.constantFrom(null, null, null, "error" as const, "warning" as const),
      answers: fc.nat(9),
    }),
    { numRuns: count, seed: 42 },
  );
  const frames: FrameRecord[] = [];
  for (const { raw, severity, answers, ...part } of parts) {
    const pair = frames.at(-1 - answers);
    const taken = pair === undefined || frames.some((other) => other.pair === pair.id);
    frames.push(
      frame({
        ...part,
        raw: raw.join(" "),
        pair: taken ? null : pair.id,
        issues:
          severity === null ? [] : [{ pointer: "", rule: "r", severity, code: "X", expected: "something" }],
      }),
    );
  }
  return frames;
}

function queryArbitrary(frames: readonly FrameRecord[]): fc.Arbitrary<FrameQuery> {
  const at = fc.constantFrom(...frames.map((f) => f.at));
  const filters = fc.record({
    stations: fc.uniqueArray(fc.constantFrom(...stations, "CS-9"), { maxLength: 3 }),
    actions: fc.uniqueArray(fc.constantFrom(...actions, "Nothing"), { maxLength: 2 }),
    direction: fc.constantFrom<"in" | "out">("in", "out"),
    kinds: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 4 }),
    connection: fc.constantFrom("1", "2", "3"),
    messageId: fc.constantFrom("a", "b", "-1", "", "c"),
    errors: fc.boolean(),
    from: at,
    to: at,
    text: fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((some) => some.join(" ")),
    after: fc.constantFrom(...frames.map((f) => f.id)),
  });
  // A few filters at a time: with more of them hardly any frame is left to be found.
  return fc
    .tuple(filters, fc.subarray(filterNames, { minLength: 1, maxLength: 4 }))
    .map(([all, names]) => Object.fromEntries(names.map((name) => [name, all[name]])));
}

const filterNames: (keyof FrameQuery)[] = [
  "stations",
  "actions",
  "direction",
  "kinds",
  "connection",
  "messageId",
  "errors",
  "from",
  "to",
  "text",
  "after",
];
