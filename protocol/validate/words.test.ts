import { expect, test } from "vitest";
import type { Shape } from "./shape.ts";
import { describeShape, describeValue, longestValue, shorten } from "./words.ts";

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["a\u{1F50C}b", 3, "a…"],
  ["", 0, ""],
])("%j in %i is %j", (text, length, expected) => {
  expect(shorten(text, length)).toBe(expected);
});

test.each<[unknown, string]>([
  ["a\n", '"a\\n"'],
  [[], "a list of 0 items"],
  [[[[]]], "a list of 1 item"],
  [{}, "an object without members"],
  [{ a: { b: 1 }, c: 2 }, "an object with a, c"],
  [null, "null"],
  [undefined, "undefined"],
  [-0.5, "-0.5"],
  [true, "true"],
])("the value %j is %s", (value, expected) => {
  expect(describeValue(value)).toBe(expected);
});

test.each<[string, unknown]>([
  ["text", "x".repeat(1_000_000)],
  ["object", Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`member${index}`, index]))],
])("a long %s is told shortly", (_what, value) => {
  expect(describeValue(value)).toHaveLength(longestValue);
  expect(describeValue(value)).toMatch(/…$/);
});

test.each<[Shape, string]>([
  [{}, "any value"],
  [{ enum: ["Accepted"] }, "Accepted"],
  [{ type: "string", enum: ["A", "B"] }, "one of A, B"],
  [{ type: "string" }, "text"],
  [{ type: "string", maxLength: 20 }, "text of at most 20 characters"],
  [
    { type: "string", minLength: 1, maxLength: 20, pattern: "^x" },
    "text of 1 to 20 characters that matches ^x",
  ],
  [{ type: "string", format: "uri", maxLength: 20 }, "a URI"],
  [{ type: "string", format: "date-time" }, "a timestamp as 2026-01-31T12:00:00Z (RFC 3339, with a zone)"],
  [{ type: "integer" }, "a whole number"],
  [{ type: "integer", minimum: 0 }, "a whole number, at least 0"],
  [{ type: "number", minimum: 0, maximum: 9, multipleOf: 0.1 }, "a number, 0 to 9, a multiple of 0.1"],
  [{ type: "boolean" }, "true or false"],
  [{ type: "array" }, "a list"],
  [{ type: "array", minItems: 1 }, "a list of at least 1 items"],
  [{ type: "object", properties: { a: {} } }, "an object"],
  [{ type: "object", required: ["a", "b"] }, "an object with a, b"],
])("the shape %j asks for %s", (shape, expected) => {
  expect(describeShape(shape)).toBe(expected);
});
