import { isObject } from "../payload/read.ts";
import { type Shape } from "./shape.ts";

/** Longest text of a value in an issue, in UTF-16 code units. */
export const longestValue = 80;

/** Cuts a text to a length, whole characters only, and marks the cut. */
export function shorten(text: string, length = longestValue): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A value as found in a message, for a person: the value itself where it is short, else what it is. Never recurses. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return shorten(JSON.stringify(value.slice(0, longestValue)));
  if (Array.isArray(value))
    return value.length === 1 ? "a list of 1 item" : `a list of ${value.length} items`;
  if (!isObject(value)) return String(value);
  const members = Object.keys(value);
  if (members.length === 0) return "an object without members";
  return shorten(`an object with ${members.slice(0, longestValue).join(", ")}`);
}

const range = (low: number | undefined, high: number | undefined): string => {
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  if (high !== undefined) return `at most ${high}`;
  return low === undefined ? "" : `at least ${low}`;
};

function describeNumber(shape: Shape): string {
  const bounds = range(shape.minimum, shape.maximum);
  const multiple = shape.multipleOf === undefined ? "" : `, a multiple of ${shape.multipleOf}`;
  const noun = shape.type === "integer" ? "a whole number" : "a number";
  return `${noun}${bounds && `, ${bounds}`}${multiple}`;
}

function describeText(shape: Shape): string {
  if (shape.format === "date-time") return "a timestamp as 2026-01-31T12:00:00Z (RFC 3339, with a zone)";
  if (shape.format === "uri") return "a URI";
  const bounds = range(shape.minLength, shape.maxLength);
  return `text${bounds && ` of ${bounds} characters`}${shape.pattern === undefined ? "" : ` that matches ${shape.pattern}`}`;
}

/** What a schema asks for, in words. */
export function describeShape(shape: Shape): string {
  if (shape.enum !== undefined) {
    return shape.enum.length === 1 ? String(shape.enum[0]) : `one of ${shape.enum.join(", ")}`;
  }
  switch (shape.type) {
    case "string":
      return describeText(shape);
    case "integer":
    case "number":
      return describeNumber(shape);
    case "boolean":
      return "true or false";
    case "array": {
      const bounds = range(shape.minItems, shape.maxItems);
      return `a list${bounds && ` of ${bounds} items`}`;
    }
    case "object": {
      const required = shape.required ?? [];
      return required.length === 0 ? "an object" : `an object with ${required.join(", ")}`;
    }
    default:
      return "any value";
  }
}
