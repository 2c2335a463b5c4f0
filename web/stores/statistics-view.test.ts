import { expect, test } from "vitest";
import { rangeOf, usualView, viewFrom, viewString, widened } from "./statistics-view.ts";

test("a view goes into the address and comes back", () => {
  for (const view of [
    usualView,
    { ...usualView, span: "7d" as const, stations: ["A", "B&C"], transaction: "A#1" },
    { ...usualView, span: null, from: 1_700_000_000_000, to: 1_700_000_060_000 },
  ])
    expect(viewFrom(`?${viewString(view)}`)).toEqual(view);
  expect(viewString(usualView)).toBe("");
});

test("an address that makes no sense is the usual view", () => {
  expect(viewFrom("?range=2y&from=soon&to=5&station=")).toEqual(usualView);
  expect(viewFrom("?from=2026-01-02&to=2026-01-01")).toEqual(usualView);
  expect(viewFrom("?from=99999999999999999&to=999999999999999999")).toEqual(usualView);
});

test("a range ends now, or where it is fixed", () => {
  expect(rangeOf(usualView, 4_000_000)).toEqual({ from: 400_000, to: 4_000_000 });
  expect(rangeOf({ ...usualView, span: null, from: 1, to: 2 }, 4_000_000)).toEqual({ from: 1, to: 2 });
});

test("a wider range has twice the width and does not reach beyond now", () => {
  expect(widened({ from: 1000, to: 2000 }, 9000)).toEqual({ from: 500, to: 2500 });
  expect(widened({ from: 1000, to: 2000 }, 2000)).toEqual({ from: 0, to: 2000 });
  expect(widened({ from: 1000, to: 2000 }, 2100)).toEqual({ from: 100, to: 2100 });
});
