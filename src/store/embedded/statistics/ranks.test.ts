import fc from "fast-check";
import { expect, test } from "vitest";
import { Ranks } from "./ranks.ts";

function check(values: readonly number[]): void {
  const ranks = new Ranks();
  for (const value of values) ranks.add(value);
  const sorted = values.toSorted((a, b) => a - b);
  const naive = (percent: number): number | undefined =>
    sorted.find((_, i) => (i + 1) * 100 >= percent * sorted.length);
  expect(ranks.summary()).toEqual({
    min: naive(0),
    p50: naive(50),
    p95: naive(95),
    p99: naive(99),
    max: naive(100),
  });
}

test("no values have no percentiles", () => {
  expect(new Ranks().summary()).toBeNull();
});

test("a percentile is the smallest value that enough others do not exceed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
      check,
    ),
  );
  check(Array.from({ length: 20 }, (_, i) => i + 1));
});

test("it is exact over many runs too, also where values are equal or lie next to each other", () => {
  const many = Array.from({ length: 300_000 }, (_, i) => ((i * 7919) % 100_003) / 7);
  check(many);
  check(many.map((value) => Math.floor(value / 5000)));
  check([...many.fill(0, 0, 290_000), 5e-324]);
});
