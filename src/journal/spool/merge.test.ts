import { expect, it } from "vitest";
import {
  batchOf,
  connectionRow,
  eventRow,
  frameMaker,
  sampleRow,
  transactionRow,
} from "../../store/contract/samples.ts";
import { mergePortions, rawBytes } from "./merge.ts";

const frame = frameMaker();

it("makes one batch of portions, in which the last state of a row counts", () => {
  const open = transactionRow({ key: "CS-1#1" });
  const ended = { ...open, endedAt: 5 };
  const portions = [open, ended].map((row, i) =>
    batchOf({
      number: i + 1,
      frames: [frame()],
      transactions: [row],
      samples: [sampleRow({ value: i })],
      events: [eventRow()],
      connections: [connectionRow({ key: "c", frames: i })],
    }),
  );
  const [one, two] = portions;
  expect(mergePortions(portions, 2)).toEqual({
    ...two,
    frames: portions.flatMap(({ frames }) => frames),
    samples: portions.flatMap(({ samples }) => samples),
    events: portions.flatMap(({ events }) => events),
  });
  if (one === undefined) throw new Error("no portion");
  expect(mergePortions([one], 1)).toBe(one);
  expect(mergePortions([one], 3)).toEqual({ ...one, number: 3 });
  expect(() => mergePortions([], 1)).toThrow(RangeError);
});

it("counts bytes as on the wire", () => {
  expect(rawBytes(batchOf({ frames: [frame({ raw: "é" }), frame({ raw: "ab" })] }))).toBe(4);
});
