import { expect, it } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import { frameMaker } from "../../store/contract/samples.ts";
import type { Ending } from "../ending.ts";
import { Queue } from "./queue.ts";

const frame = frameMaker();
const framesOf = (count: number): FrameRecord[] =>
  Array.from({ length: count }, () => frame({ raw: "x".repeat(10), size: 10 }));
const ending: Ending = { station: "CS-1", rows: [], at: 1, reason: "station-lost" };

it("gives what was pushed in order, within the limits, and tells how far it is and since when it waits", () => {
  const queue = new Queue();
  const [one, two] = [framesOf(3), framesOf(2)];
  queue.push(one, 100, 3);
  queue.push(two, 200, 5);
  expect([queue.length, queue.since, queue.first]).toEqual([5, 100, one[0]]);
  expect(queue.take(2, 1000)).toEqual({ frames: one.slice(0, 2), endings: [], since: 100, end: 2 });
  expect(queue.since).toBe(100);
  expect(queue.take(9, 20)).toEqual({ frames: [one[2], two[0]], endings: [], since: 100, end: 4 });
  expect(queue.since).toBe(200);
  // A single one that is too large goes all the same.
  expect(queue.take(9, 1)).toMatchObject({ frames: [two[1]], end: 5 });
  expect([queue.length, queue.since, queue.first]).toEqual([0, null, undefined]);
});

it("gives an ending with the last frame that was pushed before it, not sooner", () => {
  const queue = new Queue();
  queue.push(framesOf(2), 100, 2);
  queue.pushEnding(ending, 150, 3);
  queue.push(framesOf(2), 200, 5);
  expect(queue.length).toBe(5);
  expect(queue.take(1, 1000)).toMatchObject({ endings: [], end: 1 });
  expect(queue.take(1, 1000)).toMatchObject({ endings: [ending], end: 3, since: 100 });
  expect([queue.length, queue.since]).toEqual([2, 200]);
  expect(queue.take(9, 1000)).toMatchObject({ endings: [], end: 5 });
});

it("gives an ending alone where nothing else waits", () => {
  const queue = new Queue();
  queue.pushEnding(ending, 50, 1);
  expect([queue.length, queue.since, queue.first]).toEqual([1, 50, undefined]);
  expect(queue.take(9, 1000)).toEqual({ frames: [], endings: [ending], since: 50, end: 1 });
  expect(queue.length).toBe(0);
});
