import { describe, expect, it } from "vitest";
import { compare } from "./compare.ts";
import type { Kill, StoredFrame } from "./compare.ts";
import type { LoggedFrame } from "./csms.ts";

let id = 0;
function logged(raw: string, part: Partial<LoggedFrame> = {}): LoggedFrame {
  const at = part.at ?? 1000;
  return { station: "CS-1", direction: "out", raw, at, certain: at, ...part };
}
function stored(raw: string, part: Partial<StoredFrame> = {}): StoredFrame {
  id += 1;
  return { id: String(id), at: 1000, station: "CS-1", direction: "out", kind: "call", raw, ...part };
}
const killed = (part: Partial<Kill> = {}): Kill => ({
  at: 1000,
  killed: true,
  heldUp: [],
  full: null,
  ...part,
});
const trial = { kills: [], window: 50, until: 9999 };

describe("comparing a store with the log of the CSMS", () => {
  it("finds nothing wrong where both are equal, also over several stations and directions", () => {
    const log = [logged("a"), logged("b", { direction: "in" }), logged("a", { station: "CS-2" })];
    const all = [
      stored("a", { station: "CS-2" }),
      stored("a"),
      stored("b", { direction: "in" }),
      stored("x", { kind: "opened" }),
    ];
    expect(compare({ ...trial, log, stored: all })).toMatchObject({
      found: 3,
      lost: [],
      doubled: [],
      disordered: [],
      invented: [],
    });
  });

  it("names what is lost, doubled, out of order and never was on the wire", () => {
    const log = [logged("a"), logged("b"), logged("c")];
    const all = [stored("b"), stored("a"), stored("b"), stored("altered")];
    expect(compare({ ...trial, log, stored: all })).toMatchObject({
      found: 2,
      lost: ["CS-1 out c"],
      doubled: ["CS-1 out b"],
      disordered: ["CS-1 out a"],
      invented: ["CS-1 out altered"],
    });
    const twice = stored("a");
    expect(compare({ ...trial, log, stored: [twice, { ...twice, raw: "b" }] }).doubled).toEqual([
      `id ${twice.id}`,
    ]);
  });

  it("excuses a loss only within the window before a kill", () => {
    const log = [
      logged("long before", { at: 940 }),
      logged("just before", { at: 960 }),
      logged("in flight", { at: 1100 }),
      logged("after", { at: 1600 }),
    ];
    const result = compare({ ...trial, log, stored: [], kills: [killed()] });
    expect(result.lost).toEqual([
      "CS-1 out long before (60 ms before a kill)",
      "CS-1 out after (600 ms after a kill)",
    ]);
    expect(result).toMatchObject({ inWindow: 2, oldestInWindow: 40 });
    expect(compare({ ...trial, log, stored: [], kills: [killed()], window: 0 }).lost).toHaveLength(4);
  });

  it("takes off the time in which the process was held up, by its own record, and no more", () => {
    const log = [logged("explained", { at: 700 }), logged("late", { at: 500 })];
    const heldUp = [
      { from: 100, to: 400 },
      { from: 720, to: 900 },
      { from: 850, to: 980 },
    ];
    const result = compare({ ...trial, log, stored: [], kills: [killed({ heldUp })] });
    expect(result).toMatchObject({ heldUp: 1, oldestHeldUp: 300, inWindow: 0 });
    expect(result.lost).toEqual(["CS-1 out late (500 ms before a kill)"]);
    expect(compare({ ...trial, log, stored: [], kills: [killed({ heldUp })], window: 0 }).lost).toHaveLength(
      2,
    );
  });

  it("excuses with a full disk what came since, but no more than the process itself said", () => {
    const log = [
      logged("before", { at: 400 }),
      logged("a", { at: 600 }),
      logged("b", { at: 700 }),
      logged("c", { at: 950 }),
    ];
    const lost = (unsafe: number) =>
      compare({
        ...trial,
        log,
        stored: [],
        kills: [killed({ full: { since: 500, asked: 900, unsafe } })],
        window: 0,
      });
    expect(lost(2)).toMatchObject({ diskFull: 3, lost: ["CS-1 out before (600 ms before a kill)"] });
    expect(lost(1).lost).toContain("2 frames with a full disk, 1 in memory alone (kill at 1000)");
  });

  it("does not count what nobody can know: answers a killed station may never have read", () => {
    const log = [
      logged("read", { direction: "in", at: 400, certain: 700 }),
      logged("perhaps read", { direction: "in", at: 900, certain: null }),
    ];
    const result = compare({ ...trial, log, stored: [], kills: [killed()] });
    expect(result).toMatchObject({ unproven: 1, lost: ["CS-1 in read (600 ms before a kill)"] });
    expect(compare({ ...trial, log, stored: [] }).lost).toHaveLength(2);
  });

  it("lets frames that were recorded and never sent pass only near a kill", () => {
    const all = [stored("a", { at: 990 }), stored("b", { direction: "in", at: 990 })];
    const result = compare({ ...trial, log: [], stored: all, kills: [killed()] });
    expect(result).toMatchObject({ unsent: 1, invented: ["CS-1 in b"] });
    expect(compare({ ...trial, log: [], stored: all }).invented).toHaveLength(2);
  });

  it("does not ask for what came after the end", () => {
    expect(compare({ ...trial, log: [logged("a", { at: 10_000 })], stored: [] }).lost).toEqual([]);
  });
});
