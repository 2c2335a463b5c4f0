import { expect, it } from "vitest";
import { Lag } from "./lag.ts";

it("knows the last minute, and of a busy one the last 2,000", () => {
  const lag = new Lag();
  expect(lag.figures(0)).toEqual({ p95: 0, max: 0 });
  for (let i = 1; i <= 100; i++) lag.note(i, 1000);
  expect(lag.figures(2000)).toEqual({ p95: 95, max: 100 });
  lag.note(7, 30_000);
  expect(lag.figures(61_001)).toEqual({ p95: 7, max: 7 });
  expect(lag.figures(90_001)).toEqual({ p95: 0, max: 0 });
  lag.note(500, 100_000);
  for (let i = 0; i < 5000; i++) lag.note(1, 100_000);
  expect(lag.figures(100_000)).toEqual({ p95: 1, max: 1 });
});
