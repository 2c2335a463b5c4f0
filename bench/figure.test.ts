import { expect, it } from "vitest";
import { figureLine, median } from "./figure.ts";

it("prints a figure in one stable form", () => {
  expect(figureLine("wire.ratio.validated", 0.51234, "ratio")).toBe(
    "figure wire.ratio.validated 0.512 ratio",
  );
  expect(figureLine("station.memory", 43.21, "kB")).toBe("figure station.memory 43.2 kB");
  expect(figureLine("wire.bare", 45123.4, "1/s")).toBe("figure wire.bare 45123 1/s");
});

it("takes the median of odd and even counts, and refuses none", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});
