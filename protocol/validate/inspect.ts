import { isObject } from "../payload/read.ts";
import type { TSchema } from "typebox";
import type { ErrorCodes, ViolationKind } from "./error-codes.ts";
import { formats, isMultipleOf } from "./format.ts";
import type { Issue } from "./issue.ts";
import { pointerOf } from "./pointer.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { describeShape, describeValue, shorten } from "./words.ts";

/**
 * Explains why a schema refuses a payload. The compiled schema decides quickly that something is wrong; this walk says
 * what, all of it, in bounded time and space however hostile the payload. Both must agree, which a test holds.
 */

/** Most violations that one message is reported with. */
export const issueLimit = 100;

interface Walk {
  issues: Issue[];
  codes: ErrorCodes;
  path: (string | number)[];
}

const isFull = (walk: Walk): boolean => walk.issues.length >= issueLimit;

function report(walk: Walk, rule: string, kind: ViolationKind, expected: string, actual?: string): void {
  if (isFull(walk)) return;
  const issue: Issue = {
    pointer: pointerOf(walk.path),
    rule,
    severity: "error",
    code: walk.codes[kind],
    expected,
  };
  if (actual !== undefined) issue.actual = actual;
  walk.issues.push(issue);
}

/** Runs `look` one step further in. */
function within(walk: Walk, step: string | number, look: () => void): void {
  walk.path.push(step);
  look();
  walk.path.pop();
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** The one of some names that differs from this one in case only; the commonest slip. */
function sameButCase(name: unknown, names: readonly unknown[]): string | undefined {
  if (typeof name !== "string" || name.length > 100) return undefined;
  const wanted = name.toLowerCase();
  return names.find((one): one is string => typeof one === "string" && one.toLowerCase() === wanted);
}

/** Code points; a low surrogate after a high one does not count. */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}

function inspectText(walk: Walk, shape: Shape, text: string): void {
  const { minLength, maxLength, pattern, format } = shape;
  const expected = describeShape(shape);
  // Lengths count code points; a text within the limit in code units needs no counting.
  const tooLong = maxLength !== undefined && text.length > maxLength;
  const tooShort = minLength !== undefined && text.length < minLength * 2;
  if (tooLong || tooShort) {
    const length = countCharacters(text);
    const actual = shorten(`${length} characters: ${describeValue(text)}`);
    if (maxLength !== undefined && length > maxLength)
      report(walk, "maxLength", "property", expected, actual);
    if (minLength !== undefined && length < minLength)
      report(walk, "minLength", "property", expected, actual);
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text)) {
    report(walk, "pattern", "property", expected, describeValue(text));
  }
  if (format !== undefined && formats[format]?.(text) === false) {
    report(walk, "format", "property", expected, describeValue(text));
  }
}

function inspectNumber(walk: Walk, shape: Shape, value: number): void {
  const { minimum, maximum, multipleOf } = shape;
  const broken =
    minimum !== undefined && value < minimum
      ? "minimum"
      : maximum !== undefined && value > maximum
        ? "maximum"
        : undefined;
  if (broken !== undefined) report(walk, broken, "property", describeShape(shape), String(value));
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) {
    report(walk, "multipleOf", "property", describeShape(shape), String(value));
  }
}

function inspectList(walk: Walk, shape: Shape, list: readonly unknown[]): void {
  const { minItems, maxItems, items } = shape;
  const count = describeValue(list);
  if (minItems !== undefined && list.length < minItems) {
    report(walk, "minItems", "occurrence", describeShape(shape), count);
  }
  if (maxItems !== undefined && list.length > maxItems) {
    report(walk, "maxItems", "occurrence", describeShape(shape), count);
  }
  if (items === undefined) return;
  for (let index = 0; index < list.length && !isFull(walk); index++) {
    within(walk, index, () => inspectValue(walk, items, list[index]));
  }
}

function inspectObject(walk: Walk, shape: Shape, value: { readonly [member: string]: unknown }): void {
  const known = shape.properties ?? {};
  for (const name of shape.required ?? []) {
    if (Object.hasOwn(value, name)) continue;
    within(walk, name, () => report(walk, "required", "occurrence", describeShape(known[name] ?? {})));
  }
  for (const name of Object.keys(value)) {
    if (isFull(walk)) return;
    const member = Object.hasOwn(known, name) ? known[name] : undefined;
    if (member !== undefined) {
      within(walk, name, () => inspectValue(walk, member, value[name]));
    } else if (shape.additionalProperties === false) {
      const meant = sameButCase(name, Object.keys(known));
      const expected =
        meant === undefined ? "no member of this name" : `no member of this name; "${meant}" is one`;
      within(walk, name, () =>
        report(walk, "additionalProperties", "formation", expected, describeValue(value[name])),
      );
    }
  }
}

function inspectValue(walk: Walk, shape: Shape, value: unknown): void {
  if (shape.type !== undefined && !hasType(value, shape.type)) {
    const kind = walk.path.length === 0 ? "formation" : "type";
    report(walk, "type", kind, describeShape(shape), describeValue(value));
    return;
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    const meant = sameButCase(value, shape.enum);
    const expected = `${describeShape(shape)}${meant === undefined ? "" : `; spelled "${meant}"`}`;
    report(walk, "enum", "property", expected, describeValue(value));
    return;
  }
  if (typeof value === "string") inspectText(walk, shape, value);
  else if (typeof value === "number") inspectNumber(walk, shape, value);
  else if (Array.isArray(value)) inspectList(walk, shape, value);
  else if (isObject(value)) inspectObject(walk, shape, value);
}

/**
 * All violations of a schema, in the order of the payload, at most `issueLimit` of them.
 * A missing member is reported at the place where it should be, an extra one at its own place.
 */
export function inspect(schema: TSchema, payload: unknown, codes: ErrorCodes): Issue[] {
  const walk: Walk = { issues: [], codes, path: [] };
  inspectValue(walk, shapeOf(schema), payload);
  return walk.issues;
}
