import { isObject } from "../protocol/payload/read.ts";
import { pointerOf, type Path } from "../protocol/validate/pointer.ts";
import { type Shape } from "../protocol/validate/shape.ts";

/** A message in which exactly one constraint is broken. */
export interface Broken {
  payload: unknown;
  pointer: string;
  /** The keyword of the broken constraint. */
  rule: string;
}

function exampleText(shape: Shape): unknown {
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.format === "date-time") return "2026-01-31T12:00:00Z";
  return shape.format === "uri" ? "https://csms.example/a" : "x";
}

/** A payload that obeys a schema and has every member, one item in every list. */
export function example(shape: Shape): unknown {
  if (shape.enum !== undefined) return exampleText(shape);
  switch (shape.type) {
    case "string":
      return exampleText(shape);
    case "integer":
    case "number":
      return shape.minimum ?? Math.min(1, shape.maximum ?? 1);
    case "boolean":
      return true;
    case "array":
      return [example(shape.items ?? {})];
    case "object":
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, member]) => [name, example(member)]),
      );
    default:
      return "anything";
  }
}

/** The ways to break what a schema says of one value: keyword to a value that breaks only it. */
function breakages(shape: Shape): [rule: string, value: unknown][] {
  const found: [string, unknown][] = [];
  if (shape.type !== undefined) found.push(["type", shape.type === "string" ? 7 : "7"]);
  if (shape.enum !== undefined) found.push(["enum", "NotOneOfThem"]);
  if (shape.maxLength !== undefined) found.push(["maxLength", "x".repeat(shape.maxLength + 1)]);
  if (shape.format !== undefined) found.push(["format", "not in this format"]);
  if (shape.minimum !== undefined) found.push(["minimum", shape.minimum - 1]);
  if (shape.maximum !== undefined) found.push(["maximum", shape.maximum + 1]);
  if (shape.multipleOf !== undefined) found.push(["multipleOf", 0.25]);
  if (shape.minItems !== undefined) found.push(["minItems", []]);
  if (shape.maxItems !== undefined) {
    const item = example(shape.items ?? {});
    found.push(["maxItems", Array.from({ length: shape.maxItems + 1 }, () => item)]);
  }
  return found;
}

/** Rebuilds a payload with another value at one place; `undefined` takes the member away. */
function replaced(payload: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(payload))
    return payload.map((item, at) => (at === step ? replaced(item, rest, value) : item));
  const members = Object.entries(isObject(payload) ? payload : {}).filter(([name]) => name !== step);
  const inner = isObject(payload) ? payload[step] : undefined;
  const made = replaced(inner, rest, value);
  return Object.fromEntries(made === undefined ? members : [...members, [step, made]]);
}

/** Every constraint of a schema, broken alone in an otherwise valid message with all members. */
export function brokenOnce(schema: Shape): Broken[] {
  const whole = example(schema);
  const found: Broken[] = [];
  const add = (rule: string, path: Path, value: unknown): void => {
    found.push({ payload: replaced(whole, path, value), pointer: pointerOf(path), rule });
  };
  const visit = (shape: Shape, path: Path): void => {
    for (const [rule, value] of breakages(shape)) add(rule, path, value);
    for (const name of shape.required ?? []) add("required", [...path, name], undefined);
    if (shape.additionalProperties === false) add("additionalProperties", [...path, "not/a~member"], 1);
    for (const [name, member] of Object.entries(shape.properties ?? {})) visit(member, [...path, name]);
    if (shape.items !== undefined) visit(shape.items, [...path, 0]);
  };
  visit(schema, []);
  return found;
}
