import { fullFormats } from "ajv-formats/dist/formats.js";

const dateTimeShape = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (daysOf[month - 1] ?? 0);

/**
 * RFC 3339 §5.6 date-time: a real calendar day, `T`, a time and a zone; a leap second only where UTC has one.
 * Stricter than most checkers, which take a blank for `T` and `+0100` for a zone.
 */
export function isDateTime(text: string): boolean {
  if (!dateTimeShape.test(text)) return false;
  const month = two(text, 5);
  const day = two(text, 8);
  if (day < 1 || day > daysIn(two(text, 0) * 100 + two(text, 2), month)) return false;
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const last = text.charCodeAt(text.length - 1);
  let offset = 0;
  if (last !== 90 && last !== 122) {
    const zone = text.length - 6;
    if (two(text, zone + 1) > 23 || two(text, zone + 4) > 59) return false;
    offset = (two(text, zone + 1) * 60 + two(text, zone + 4)) * (text.charAt(zone) === "-" ? -1 : 1);
  }
  if (hour > 23 || minute > 59 || second > 60) return false;
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

const longestUri = 8192;
const uri = fullFormats.uri;

/** RFC 3986 URI with a scheme; at most 8192 characters, beyond which nobody means it. */
export const isUri = (text: string): boolean =>
  text.length <= longestUri && typeof uri === "function" && uri(text);

/** The formats that message schemas name. */
export const formats: { readonly [name: string]: (text: string) => boolean } = {
  "date-time": isDateTime,
  uri: isUri,
};

/**
 * Whether a decimal number is a multiple, judged by the digits that were written: 0.3 is a multiple of 0.1, although
 * the division of the two binary fractions leaves a remainder.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Math.abs(value) >= Number.MAX_SAFE_INTEGER) return true;
  const scale = 10 ** (String(divisor).split(".")[1]?.length ?? 0);
  const scaled = Math.round(value * scale);
  return scaled / scale === value && scaled % Math.round(divisor * scale) === 0;
}
