import { expect, test } from "vitest";
import { lineName, milliseconds, percent, reading, widthOf } from "./format.ts";

test.each([
  [0, "0 %"],
  [0.000_01, "< 0.1 %"],
  [0.004, "0.4 %"],
  [0.0996, "10 %"],
  [0.5, "50 %"],
  [0.999, "99 %"],
  [1, "100 %"],
])("a share of %f is %s", (share, text) => expect(percent(share)).toBe(text));

test.each([
  [0.04, "0.0"],
  [9.96, "10"],
  [1250.4, "1250"],
])("%f ms are %s", (ms, text) => expect(milliseconds(ms)).toBe(text));

test.each([
  [250, "250 ms"],
  [15_000, "15 s"],
  [150_000, "2.5 min"],
  [2_520_000, "42 min"],
  [7_200_000, "2 h"],
])("a slice of %i ms is %s wide", (ms, text) => expect(widthOf(ms)).toBe(text));

test.each([
  [0.123, "0.12"],
  [-230.4, "-230"],
  [11_040, "11 k"],
  [2_500_000, "2.5 M"],
])("%f reads %s", (value, text) => expect(reading(value)).toBe(text));

test("a line is named by what tells it from the others", () => {
  const line = {
    station: "A",
    evse: 1,
    connector: 1,
    measurand: "Voltage",
    phase: "L1",
    location: null,
    unit: "V",
    points: [],
  };
  const other = { ...line, phase: null };
  expect(lineName(line, [line])).toBe("L1");
  expect(lineName(other, [line, other])).toBe("all phases");
  expect(lineName({ ...line, evse: 2 }, [line, other])).toBe("EVSE 2 · L1");
});
