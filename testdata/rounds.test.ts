import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { rounds, seedOf } from "./rounds.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["", 3],
  ["yes", 3],
  ["full", 5000],
])("with STATIONMASTER_PROVE=%s it repeats %i times", (prove, times) => {
  vi.stubEnv("STATIONMASTER_PROVE", prove);
  expect(rounds(3, 5000)).toBe(times);
});

test("the seed is the test's own until another one is named", () => {
  vi.stubEnv("STATIONMASTER_SEED", "");
  expect(seedOf(1601)).toBe(1601);
  vi.stubEnv("STATIONMASTER_SEED", "-7");
  expect(seedOf(1601)).toBe(-7);
  vi.stubEnv("STATIONMASTER_SEED", "seven");
  expect(() => seedOf(1601)).toThrow('"seven" is no whole number');
});

test("properties that say nothing of it are drawn from one seed too", () => {
  const { seed, numRuns } = fc.check(fc.property(fc.nat(), () => true));
  expect([seed, numRuns]).toEqual([seedOf(1), rounds(100, 2000)]);
});
