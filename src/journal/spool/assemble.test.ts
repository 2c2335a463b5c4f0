import { describe, expect, it } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import { batchOf, eventRow, frameMaker, sampleRow, transactionRow } from "../../store/contract/samples.ts";
import type { Batch } from "../../store/store.ts";
import { Assembler } from "./assemble.ts";
import { partsOf } from "./parts.ts";
import type { PartRecord, SpoolRecord } from "./shapes.ts";

const writer = "a/1";
const make = frameMaker();
const frame = (): FrameRecord => make({ writer });
const portion = (number: number, frames = [frame(), frame()]): Batch =>
  batchOf({
    writer,
    number,
    frames,
    transactions: [transactionRow({ key: `CS-1#${number}` })],
    samples: [sampleRow(), sampleRow({ value: 2 })],
    events: [eventRow()],
  });

/** What comes out of records, in order. */
function assembled(records: Iterable<SpoolRecord>, assembler = new Assembler()): Batch[] {
  return [...records].flatMap((record) => assembler.take(record));
}

/** Frames as they are written one by one, and their completed form. */
const started = (frames: readonly FrameRecord[]): SpoolRecord[] => [
  ...frames.map((f): SpoolRecord => ({ t: "frame", f: { ...f, kind: "fault", action: null } })),
  { t: "done", w: writer, frames: frames.map((f) => ({ ...f })) },
];

describe("a portion in parts", () => {
  it("has one row in each, and comes together again, also without frames", () => {
    const batches = [portion(1), portion(2, []), batchOf({ writer, number: 3 })];
    const parts = batches.flatMap((batch) => [...partsOf(batch)]);
    expect(parts.map((part) => Object.keys(part).filter((name) => name.endsWith("s")).length)).toEqual([
      ...Array.from({ length: 6 + 4 }, () => 1),
      0,
    ]);
    expect(assembled(parts)).toEqual(batches);
  });

  it("is complete when the next begins, where its last part is lost", () => {
    const [one, two] = [portion(1), portion(2)];
    const torn = [...partsOf(one)].slice(0, -1);
    expect(assembled([...torn, ...partsOf(two)])).toEqual([{ ...one, events: [] }, two]);
  });

  it("that was begun once more counts from its new first part", () => {
    const batch = portion(1);
    const parts = [...partsOf(batch)];
    expect(assembled([...parts.slice(0, 3), ...parts])).toEqual([batch]);
  });

  it("whose last part never came is loose, or ends when asked to", () => {
    const batch = portion(4);
    const torn = [...partsOf(batch)].slice(0, 2);
    const assembler = new Assembler();
    expect(assembled(torn, assembler)).toEqual([]);
    expect(assembler.loose()).toEqual([{ writer, frames: batch.frames, portion: 4 }]);
    expect(assembler.end(3)).toEqual([]);
    expect(assembler.end(4)).toMatchObject([{ number: 4, frames: batch.frames, transactions: [] }]);
    expect(assembler.loose()).toEqual([]);
  });
});

describe("frames that were written one by one", () => {
  it("come into the portion that claims them, in order, with those that it brings itself", () => {
    const before = frame();
    const batch = portion(1, [frame(), frame(), frame()]);
    const after = frame();
    const [first, second, third] = batch.frames;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no frames");
    const parts = [...partsOf(batch, [second])];
    expect(parts.at(-1)).toMatchObject({ from: first.id, to: third.id, last: true });
    const assembler = new Assembler();
    expect(assembled([...started([before, first, third, after]), ...parts], assembler)).toEqual([batch]);
    expect(assembler.loose()).toEqual([{ writer, frames: [before, after], portion: null }]);
  });

  it("and were not completed are loose, marked, together with those of a torn portion", () => {
    const [alone, own] = [frame(), frame()];
    const records: SpoolRecord[] = [{ t: "frame", f: { ...alone, kind: "fault", action: null } }];
    const torn: PartRecord[] = [{ t: "part", w: writer, n: 1, first: true, frames: [own] }];
    const assembler = new Assembler();
    expect(assembled([...records, ...torn], assembler)).toEqual([]);
    expect(assembler.loose()).toEqual([
      { writer, frames: [{ ...alone, marks: ["recovered"] }, own], portion: null },
    ]);
  });
});
