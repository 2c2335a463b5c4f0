import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repeated } from "../../testdata/rounds.ts";
import { isDateTime, isMultipleOf, isUri } from "./format.ts";

describe("date-time", () => {
  test.each([
    "2026-01-31T12:00:00Z",
    "2026-01-31t12:00:00z",
    "2026-01-31T12:00:00.1Z",
    "2026-01-31T12:00:00.123456789Z",
    "2026-01-31T12:00:00+00:00",
    "2026-01-31T12:00:00-23:59",
    "2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2017-01-01T00:59:60+01:00",
    "2016-12-31T18:29:60.5-05:30",
  ])("%s", (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  test.each([
    "",
    "2026-01-31",
    "2026-01-31T12:00:00",
    "2026-01-31 12:00:00Z",
    "2026-01-31T12:00Z",
    "2026-01-31T12:00:00+01",
    "2026-01-31T12:00:00+0100",
    "2026-01-31T12:00:00+24:00",
    "2026-01-31T12:00:00+00:60",
    "2026-01-31T12:00:00.Z",
    "2026-01-31T12:00:00,5Z",
    "2026-1-31T12:00:00Z",
    "2026-00-31T12:00:00Z",
    "2026-13-31T12:00:00Z",
    "2026-04-31T12:00:00Z",
    "2026-01-00T12:00:00Z",
    "2026-02-29T12:00:00Z",
    "1900-02-29T12:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T12:60:00Z",
    "2026-01-31T12:00:61Z",
    "2026-01-31T12:00:60Z",
    "2016-12-31T23:59:60+01:00",
    "+2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00Z ",
    "2026-01-31T12:00:00Z\n",
    "٢٠٢٦-01-31T12:00:00Z",
  ])("not %j", (text) => {
    expect(isDateTime(text)).toBe(false);
  });

  test("takes whatever a clock writes", () => {
    const dates = fc.date({
      min: new Date("0000-01-01"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => isDateTime(date.toISOString())),
      repeated(100, 100_000),
    );
  });
});

describe("uri", () => {
  test.each(["ftp://user:pw@host:2121/a%20b", "https://[2001:db8::1]/x?y#z", "urn:a:b"])("%s", (text) => {
    expect(isUri(text)).toBe(true);
  });
  test.each(["", "host/path", "http://a b/", "//host/x", `https://h/${"x".repeat(9000)}`])(
    "not %.20s",
    (text) => {
      expect(isUri(text)).toBe(false);
    },
  );
});

describe("multipleOf", () => {
  test("knows every number with one decimal as a multiple of 0.1", () => {
    const values = Array.from({ length: 40_001 }, (_, index) => (index - 20_000) / 10);
    expect(values.filter((value) => !isMultipleOf(value, 0.1))).toEqual([]);
    expect(values.filter((value) => isMultipleOf(value + 0.05, 0.1))).toEqual([]);
    expect(isMultipleOf(0.3, 0.1)).toBe(true);
  });

  test.each([
    [21.45, 0.1, false],
    [3.1000001, 0.1, false],
    [1e21, 0.1, true],
    [1.7e308, 0.1, true],
    [-0.7, 0.1, true],
    [0, 0.1, true],
    [7, 2, false],
    [8, 2, true],
    [0.75, 0.25, true],
    [0.8, 0.25, false],
  ])("%d of %d: %s", (value, divisor, answer) => {
    expect(isMultipleOf(value, divisor)).toBe(answer);
  });
});
