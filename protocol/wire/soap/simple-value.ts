import { isDateTime } from "../../validate/format.ts";
import type { Shape } from "../../validate/shape.ts";
import { collapse, trimBlank } from "./xml.ts";

/** Text of an element to a value of its type and back, by the lexical rules of XML Schema. */

export interface SimpleValue {
  value: unknown;
  /** What is wrong although the value fits its type in JSON; the rest is for the validator to find. */
  objection?: { rule: string; expected: string };
}

const wholeNumber = /^[+-]?[0-9]+$/;
const decimalNumber = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
/** Of what RFC 3339 allows, that which xs:dateTime allows too: capitals, no leap second, zones to 14 hours. */
const schemaTime =
  /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):\d\d|14:00))?$/;

/** A number without exponent, as xs:decimal has it. Not finite: the words of xs:double. */
export function plainDecimal(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "INF" : "-INF";
  const text = String(value);
  const [, sign = "", first = "", rest = "", power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === undefined) return text;
  const digits = `${first}${rest}`;
  const point = 1 + Number(power);
  return point <= 0
    ? `${sign}0.${"0".repeat(-point)}${digits}`
    : `${sign}${digits.slice(0, point).padEnd(point, "0")}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}

/** A decimal number without plus, needless zeros or a trailing point. */
function canonical(text: string): string {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  let end = fraction.length;
  while (fraction[end - 1] === "0") end--;
  const digits = `${whole.replace(/^0+/, "") || "0"}${end === 0 ? "" : `.${fraction.slice(0, end)}`}`;
  return digits === "0" ? "0" : `${sign}${digits}`;
}

function readInteger(text: string): SimpleValue {
  const trimmed = trimBlank(text);
  if (!wholeNumber.test(trimmed)) return { value: text };
  const value = Number(trimmed) + 0;
  // Every whole number of the service descriptions is an xs:int.
  if (value >= -(2 ** 31) && value < 2 ** 31) return { value };
  return { value, objection: { rule: "int", expected: "a whole number that fits 32 bits" } };
}

function readDecimal(text: string): SimpleValue {
  const trimmed = trimBlank(text);
  if (!decimalNumber.test(trimmed)) return { value: text };
  const value = Number(trimmed) + 0;
  if (plainDecimal(value) === canonical(trimmed)) return { value };
  return { value, objection: { rule: "precision", expected: "a number of at most 15 digits" } };
}

const booleans: { readonly [text: string]: boolean } = { true: true, "1": true, false: false, "0": false };

function readTime(text: string): SimpleValue {
  const value = collapse(text);
  if (!isDateTime(value) || schemaTime.test(value)) return { value };
  const expected =
    "a timestamp as xs:dateTime: T and Z in capitals, no leap second, at most 14 hours from UTC";
  return { value, objection: { rule: "dateTime", expected } };
}

/** Text that does not fit the type stays text, so that validation names the place and the type. */
export function readSimple(text: string, shape: Shape): SimpleValue {
  switch (shape.type) {
    case "integer":
      return readInteger(text);
    case "number":
      return readDecimal(text);
    case "boolean": {
      const trimmed = trimBlank(text);
      return { value: Object.hasOwn(booleans, trimmed) ? booleans[trimmed] : text };
    }
    default:
      if (shape.format === "date-time") return readTime(text);
      return { value: shape.format === "uri" ? collapse(text) : text };
  }
}
