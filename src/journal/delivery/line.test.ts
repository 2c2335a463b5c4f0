import { expect, it } from "vitest";
import { batchOf, frameMaker } from "../../store/contract/samples.ts";
import { Line } from "./line.ts";
import type { Portion } from "./portion.ts";

const frame = frameMaker();
function portion(number: number, frames: number, bytes: number): Portion {
  const batch = batchOf({ number, frames: Array.from({ length: frames }, () => frame()) });
  return { batch, since: 0, end: 0, bytes, spooled: false, spooling: null };
}

it("gives its first portions, as many as the limits allow but one at least", () => {
  const line = new Line();
  expect(line.head(10, 100)).toEqual([]);
  const portions = [portion(4, 3, 30), portion(5, 3, 30), portion(6, 9, 30)];
  for (const each of portions) line.push(each);
  expect(line.head(6, 100)).toEqual(portions.slice(0, 2));
  expect(line.head(100, 89)).toEqual(portions.slice(0, 2));
  expect(line.head(1, 1)).toEqual(portions.slice(0, 1));
});

it("finds what comes after a number, and counts its bytes", () => {
  const line = new Line();
  const portions = [4, 5, 6].map((number) => portion(number, 1, 10));
  for (const each of portions) line.push(each);
  expect([line.after(0), line.after(4), line.after(6)]).toEqual([portions[0], portions[1], undefined]);
  line.drop();
  expect([line.first, line.bytes]).toEqual([portions[1], 20]);
  expect(line.after(3)).toBe(portions[1]);
});
