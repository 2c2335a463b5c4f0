import * as fc from "fast-check";
import { expect, test } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { numberTrouble } from "./number.ts";

test.each([
  ["1e309", "numberRange"],
  ["-1e400", "numberRange"],
  ["1e-400", "numberRange"],
  ["9007199254740992", "unsafeInteger"],
  ["-123456789012345678", "unsafeInteger"],
  ["0.1234567890123456789", "numberPrecision"],
  ["1.2345678e-320", "numberPrecision"],
  [`0.${"1".repeat(200)}`, "numberPrecision"],
])("%s is noted as %s", (literal, rule) => {
  expect(numberTrouble(literal)).toMatchObject({ rule, severity: "warning", actual: literal });
});

test.each([
  "0",
  "-0",
  "0.0",
  "0e999",
  "0.1",
  "1e22",
  "1e308",
  "5e-324",
  "9007199254740991",
  "22.800000000000001",
  "-174383369421375.12",
])("%s survives", (literal) => {
  expect(numberTrouble(literal)).toBeNull();
});

test("what the engine writes of a number survives, and so does each of at most 15 digits", () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(anyNumber, (value) => {
      const isLargeInteger =
        Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
      expect(numberTrouble(JSON.stringify(value))).toEqual(isLargeInteger ? expect.anything() : null);
    }),
    repeated(300, 100_000),
  );
  const decimals = fc.tuple(
    fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
    fc.integer({ min: -280, max: 280 }),
  );
  fc.assert(
    fc.property(decimals, ([digits, exponent]) => {
      expect(numberTrouble(`${digits}e${exponent}`)).toBeNull();
    }),
    repeated(300, 100_000),
  );
});
