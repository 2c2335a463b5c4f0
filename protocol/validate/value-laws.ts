import { isObject } from "../payload/read.ts";
import { allOf, named, toStation, valueLaw, type At, type Law } from "./law.ts";

/** Laws about single values that more than one version has; each takes the requirement that it stands on. */

type Basis = Pick<Law, "requirement"> & Partial<Pick<Law, "severity">>;

const isEmpty = (value: unknown): boolean => {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isObject(value)) return false;
  for (const name in value) if (Object.hasOwn(value, name)) return false;
  return true;
};

/** An optional member without content has to be left out. Looks only where the schema lets one pass. */
export const emptyMember = (basis: Basis): Law =>
  valueLaw({
    rule: "emptyMember",
    ...basis,
    kind: "property",
    expected: "the member left out",
    at: ({ shape: { type, required = [], minItems = 0 }, isOptional }) =>
      isOptional &&
      (type === undefined ||
        (type === "object" && required.length === 0) ||
        (type === "array" && minItems === 0)),
    isWrong: isEmpty,
  });

/** A list that the text wants filled and the schema lets be empty. */
export const emptyList = (list: string, basis: Basis): Law =>
  valueLaw({
    rule: "emptyList",
    ...basis,
    kind: "occurrence",
    expected: "a list of at least 1 item",
    at: named("array", list),
    isWrong: isEmpty,
  });

const least = -(2 ** 31);
const greatest = 2 ** 31 - 1;

/** Whole numbers of 32 bits, one of them for the sign. */
export const integer32 = (basis: Basis): Law =>
  valueLaw({
    rule: "integer32",
    ...basis,
    kind: "property",
    expected: `a whole number from ${least} to ${greatest}`,
    at: ({ shape: { type, minimum, maximum } }) =>
      type === "integer" && !((minimum ?? least - 1) >= least && (maximum ?? greatest + 1) <= greatest),
    isWrong: (value) => typeof value === "number" && (value > greatest || value < least),
  });

/** Digits after the point, as the number is written in full. */
function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}

const hasMoreDecimals =
  (most: number) =>
  (value: unknown): boolean => {
    if (typeof value !== "number") return false;
    const scale = 10 ** most;
    // The quick test is never wrong when it says yes, and need not be right when it says no.
    return Math.round(value * scale) / scale !== value && decimalsOf(value) > most;
  };

const decimals = (rule: string, most: number, at: At, basis: Basis): Law =>
  valueLaw({
    rule,
    ...basis,
    kind: "property",
    expected: `a number with at most ${most} ${most === 1 ? "decimal" : "decimals"}`,
    at,
    isWrong: hasMoreDecimals(most),
  });

/** Numbers on their way to a station. */
export const decimalsToStation = (most: number, basis: Basis): Law =>
  decimals(
    "decimals",
    most,
    allOf(({ shape }) => shape.type === "number", toStation),
    basis,
  );

/** Members of these names, whoever sends them. */
export const decimalsOfMember = (rule: string, most: number, names: readonly string[], basis: Basis): Law =>
  decimals(rule, most, named("number", ...names), basis);

const isTimestamp: At = ({ shape }) => shape.format === "date-time";
/** Where the decimals of a second begin, after the point. */
const fraction = "2026-01-31T12:00:00.".length;
const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** Timestamps with at most three decimals of a second. */
export const timestampDecimals = (basis: Basis): Law =>
  valueLaw({
    rule: "timestampDecimals",
    ...basis,
    kind: "property",
    expected: "a timestamp with at most 3 decimals of a second",
    at: isTimestamp,
    isWrong: (value) =>
      typeof value === "string" && value.charAt(fraction - 1) === "." && isDigit(value, fraction + 3),
  });

const hasZone = (timestamp: string): boolean => /[Zz]$|[+-]\d\d:\d\d$/.test(timestamp);

/** Timestamps in UTC. @param zones how UTC may be written, as the end of a timestamp */
export const timestampZone = (zones: readonly string[], basis: Basis): Law =>
  valueLaw({
    rule: "timestampZone",
    ...basis,
    kind: "property",
    expected: "a timestamp in UTC, as 2026-01-31T12:00:00Z",
    at: isTimestamp,
    isWrong: (value) =>
      typeof value === "string" && !zones.some((zone) => value.endsWith(zone)) && hasZone(value),
  });

/** Numbers that the text limits and the schema does not. */
export const rangeLaw = (
  rule: string,
  [low, high]: readonly [low: number, high: number],
  at: At,
  basis: Basis,
): Law =>
  valueLaw({
    rule,
    ...basis,
    kind: "property",
    expected: high === Infinity ? `a number of at least ${low}` : `a number from ${low} to ${high}`,
    at,
    isWrong: (value) => typeof value === "number" && (value < low || value > high),
  });
