import { expect, it } from "vitest";
import { createRandom, noise, uuid } from "./random.ts";

it("gives the same row for the same seeds, and another for others", () => {
  const row = (...seeds: number[]) => {
    const random = createRandom(...seeds);
    return Array.from({ length: 5 }, () => random.bits());
  };
  expect(row(1, 2)).toEqual(row(1, 2));
  expect(row(1, 2)).not.toEqual(row(2, 1));
  // The upper half of a number counts as well: times differ in it.
  expect(row(2 ** 40)).not.toEqual(row(2 ** 41));
});

it("makes identifiers shaped like UUIDs of version 4, none twice", () => {
  const random = createRandom(7);
  const ids = Array.from({ length: 500 }, () => uuid(random));
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(500);
});

it("disturbs between -1 and 1, by nothing but its arguments", () => {
  const values = Array.from({ length: 500 }, (_, at) => noise(3, at));
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1);
  expect(new Set(values).size).toBeGreaterThan(450);
  expect(noise(3, 7.9)).toBe(noise(3, 7));
});
