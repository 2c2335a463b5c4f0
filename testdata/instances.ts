import * as fc from "fast-check";
import type { Shape } from "../protocol/validate/shape.ts";

/** A message schema as found in the wild: ours, or one with references and definitions. */
export interface JsonSchema extends Shape {
  $id?: string;
  id?: string;
  $schema?: string;
  $ref?: string;
  definitions?: { readonly [name: string]: JsonSchema };
  items?: JsonSchema;
  properties?: { readonly [member: string]: JsonSchema };
}

type Members = { [member: string]: unknown };

const goodTimes = [
  "2026-01-31T12:00:00Z",
  "2024-02-29T23:59:59.999Z",
  "2026-06-01T00:00:00+02:00",
  "1999-12-31T10:20:30.123456-11:30",
  "2016-12-31T23:59:60Z",
  "2026-01-31t12:00:00z",
];
const badTimes = [
  "",
  "now",
  "2026-02-29T12:00:00Z",
  "2026-13-01T12:00:00Z",
  "2026-01-31T24:00:00Z",
  "2026-01-31T12:00:00",
  "2026-01-31",
  "2026-01-31T12:00Z",
  "2026-01-31T12:60:00Z",
  "2026-01-31T12:00:60Z",
  "1769860800",
];
const goodUris = [
  "ftp://files.example/firmware.bin",
  "https://csms.example:8443/a/b?c=d#e",
  "http://[::1]/x",
];
const badUris = ["", "firmware.bin", "/a/b", "http://a b/"];
/** One character that is two UTF-16 code units: lengths count it once. */
const wide = "\u{1F50C}";

/** Follows a reference; what stands beside it wins. */
export const resolve = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  if (schema.$ref === undefined) return schema;
  const target = root.definitions?.[schema.$ref.replace("#/definitions/", "")];
  if (target === undefined) throw new Error(`no definition for ${schema.$ref}`);
  const { $ref: _ref, ...beside } = schema;
  return { ...target, ...beside };
};

const wrongTypes = fc.constantFrom<unknown>(null, true, 0, 1.5, "", "x", [], {}, [1], { a: 1 });

function textOf(schema: JsonSchema): { good: fc.Arbitrary<unknown>; bad: fc.Arbitrary<unknown> } {
  if (schema.enum !== undefined) {
    const good = fc.constantFrom(...schema.enum);
    return { good, bad: good.map((value) => (String(value) === "A" ? "B" : String(value).toLowerCase())) };
  }
  if (schema.format === "date-time")
    return { good: fc.constantFrom(...goodTimes), bad: fc.constantFrom(...badTimes) };
  if (schema.format === "uri")
    return { good: fc.constantFrom(...goodUris), bad: fc.constantFrom(...badUris) };
  const longest = schema.maxLength ?? 40;
  return {
    good: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("", "a", [..." ~/\u0000é"].slice(0, longest).join("")) },
      { weight: 1, arbitrary: fc.constantFrom("x".repeat(longest), wide.repeat(longest)) },
    ),
    bad: fc.constantFrom("x".repeat(longest + 1), wide.repeat(longest + 1)),
  };
}

function numberOf(schema: JsonSchema): { good: fc.Arbitrary<unknown>; bad: fc.Arbitrary<unknown> } {
  const { minimum: min, maximum: max } = schema;
  const low = min ?? -1000;
  const high = max ?? 1000;
  const bad = fc.constantFrom<unknown>(low - 1, high + 1, Number.POSITIVE_INFINITY, "1", 0.15);
  if (schema.type === "integer") return { good: fc.integer({ min: low, max: high }), bad };
  const decimal = fc.integer({ min: low * 10, max: high * 10 }).map((tenths) => tenths / 10);
  return {
    good:
      schema.multipleOf === undefined
        ? fc.oneof(decimal, fc.double({ min: min ?? -1e308, max: max ?? 1e308, noNaN: true }))
        : decimal,
    bad,
  };
}

/** Made once for each place of a schema: every object asks for its members in three ways. */
const places = new WeakMap<JsonSchema, Map<number, fc.Arbitrary<unknown>>>();

/** `share` of all places, roughly, hold something that the schema may or does refuse there. */
function atPlace(given: JsonSchema, root: JsonSchema, share: number): fc.Arbitrary<unknown> {
  const known = places.get(given) ?? new Map<number, fc.Arbitrary<unknown>>();
  places.set(given, known);
  const arbitrary = known.get(share) ?? makePlace(given, root, share);
  known.set(share, arbitrary);
  return arbitrary;
}

function makePlace(given: JsonSchema, root: JsonSchema, share: number): fc.Arbitrary<unknown> {
  const schema = resolve(given, root);
  const pick = (good: fc.Arbitrary<unknown>, bad: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    share === 0
      ? good
      : fc.oneof(
          { weight: 1000, arbitrary: good },
          { weight: share, arbitrary: bad },
          { weight: share / 2, arbitrary: wrongTypes },
        );
  if (schema.enum !== undefined || schema.type === "string") {
    const { good, bad } = textOf(schema);
    return pick(good, bad);
  }
  switch (schema.type) {
    case "integer":
    case "number": {
      const { good, bad } = numberOf(schema);
      return pick(good, bad);
    }
    case "boolean":
      return pick(fc.boolean(), wrongTypes);
    case "array": {
      const item = atPlace(schema.items ?? {}, root, share);
      const least = schema.minItems ?? 0;
      const most = schema.maxItems ?? 40;
      const good = fc.array(item, { minLength: least, maxLength: Math.min(most, least + 2) });
      return pick(
        good,
        fc.oneof(
          fc.constant([]),
          item.map((one) => Array.from({ length: most + 1 }, () => one)),
        ),
      );
    }
    case "object":
      return pick(membersOf(schema, root, share), fc.oneof(missing(schema, root), extra(schema, root)));
    default:
      return fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(null));
  }
}

function membersOf(schema: JsonSchema, root: JsonSchema, share: number): fc.Arbitrary<Members> {
  const members: { [name: string]: fc.Arbitrary<unknown> } = {};
  for (const [name, member] of Object.entries(schema.properties ?? {}))
    members[name] = atPlace(member, root, share);
  return fc.record(members, { requiredKeys: [...(schema.required ?? [])] }).map((made) => ({ ...made }));
}

const missing = (schema: JsonSchema, root: JsonSchema): fc.Arbitrary<Members> =>
  fc
    .tuple(
      membersOf(schema, root, 0),
      fc.constantFrom(...(schema.required?.length ? schema.required : ["none"])),
    )
    .map(([made, name]) => Object.fromEntries(Object.entries(made).filter(([member]) => member !== name)));

const extra = (schema: JsonSchema, root: JsonSchema): fc.Arbitrary<Members> =>
  fc
    .tuple(membersOf(schema, root, 0), fc.constantFrom("extra", "__proto__", "constructor", "", "a/b~c"))
    .map(([made, name]) =>
      Object.defineProperty({ ...made }, name, { value: 1, enumerable: true, configurable: true }),
    );

/** Payloads that obey a schema, its limits hit exactly now and then. */
export const validInstances = (schema: JsonSchema): fc.Arbitrary<unknown> => atPlace(schema, schema, 0);

/** Payloads of which many break a schema somewhere, in every way that it can be broken. */
export const flawedInstances = (schema: JsonSchema): fc.Arbitrary<unknown> => atPlace(schema, schema, 60);
