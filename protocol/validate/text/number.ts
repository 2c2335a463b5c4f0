import type { TextNote } from "./text-issue.ts";

/** What becomes of a number when it is read as binary64, as practically every JSON reader does (RFC 8259 §6). */

type NumberTrouble = Pick<TextNote, "rule" | "severity" | "expected" | "actual" | "requirement">;

const requirement = "RFC 8259 §6";
/** The RFC warns of these and forbids none of them. */
const severity = "warning";

/** As many digits as every binary64 keeps. */
const safeDigits = 15;
/** As many as the language writes out, one before the point and a hundred after it. */
const mostDigits = 101;
const smallestNormal = 2 ** -1022;

interface Decimal {
  /** Without zeros at either end; "" for zero. */
  digits: string;
  /** Of the last digit. */
  exponent: number;
}

const parts = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

function decimalOf(text: string): Decimal | null {
  const [, whole, fraction = "", power = "0"] = parts.exec(text) ?? [];
  if (whole === undefined) return null;
  const all = whole + fraction;
  let from = 0;
  let to = all.length;
  while (from < to && all.charCodeAt(from) === 0x30) from++;
  while (to > from && all.charCodeAt(to - 1) === 0x30) to--;
  return { digits: all.slice(from, to), exponent: Number(power) - fraction.length + (all.length - to) };
}

/**
 * Says what is lost of a number literal of JSON, null if nothing. A number survives if its value, written with as many
 * digits, is the number again: 0.1 does, and so does what a binary64 looks like with 17 digits.
 */
export function numberTrouble(literal: string): NumberTrouble | null {
  const value = Number(literal);
  const actual = literal;
  if (!Number.isFinite(value)) {
    const expected = "a number that a binary64 can hold, at most 1.797e308";
    return { rule: "numberRange", severity, expected, actual, requirement };
  }
  const isLong = literal.length > safeDigits;
  const isTiny = Math.abs(value) < smallestNormal;
  if (!isLong && !isTiny) return null;
  const decimal = decimalOf(literal);
  if (decimal === null || decimal.digits === "") return null;
  if (value === 0) {
    const expected = "a number that a binary64 can tell from 0, at least 5e-324";
    return { rule: "numberRange", severity, expected, actual, requirement };
  }
  if (!Number.isSafeInteger(value) && /^-?\d+$/.test(literal)) {
    const expected = `a whole number from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;
    return { rule: "unsafeInteger", severity, expected, actual, requirement };
  }
  const count = decimal.digits.length;
  if (count <= safeDigits && !isTiny) return null;
  const isKept = (written: string): boolean => {
    const kept = decimalOf(written);
    return kept?.digits === decimal.digits && kept.exponent === decimal.exponent;
  };
  // Where two texts of as many digits are equally near, the language writes either.
  if (isKept(String(value)) || (count <= mostDigits && isKept(value.toExponential(count - 1)))) return null;
  const expected = `a number that keeps all its digits as a binary64; it becomes ${value}`;
  return { rule: "numberPrecision", severity, expected, actual, requirement };
}
