import { isObject } from "../protocol/payload/read.ts";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../protocol/validate/catalogue.ts";
import { explainedKeywords, shapeOf, type Shape } from "../protocol/validate/shape.ts";
import { createValidator } from "../protocol/validate/validator.ts";
import { brokenOnce, example } from "../testdata/broken.ts";
import { catalogue as catalogue16 } from "./v16/catalogue.ts";
import { errorCodes as errorCodes16 } from "./v16/error-codes.ts";
import { catalogue as catalogue201 } from "./v201/catalogue.ts";
import { errorCodes as errorCodes201 } from "./v201/error-codes.ts";
import { catalogue as catalogue21 } from "./v21/catalogue.ts";
import { errorCodes as errorCodes21 } from "./v21/error-codes.ts";

const shortText: unknown = expect.stringMatching(/^.{1,80}$/u);

/** Keyword to code, spelled out as it goes over the wire. */
const codesOf = (formation: string, occurrence: string): { [rule: string]: string } => ({
  additionalProperties: formation,
  required: occurrence,
  minItems: occurrence,
  maxItems: occurrence,
  type: "TypeConstraintViolation",
  enum: "PropertyConstraintViolation",
  maxLength: "PropertyConstraintViolation",
  format: "PropertyConstraintViolation",
  minimum: "PropertyConstraintViolation",
  maximum: "PropertyConstraintViolation",
  multipleOf: "PropertyConstraintViolation",
});

const versions = [
  {
    version: "1.6",
    catalogue: catalogue16,
    errorCodes: errorCodes16,
    formation: "FormationViolation",
    codes: codesOf("FormationViolation", "OccurenceConstraintViolation"),
    senders: { station: 13, csms: 25, both: 1 },
  },
  {
    version: "2.0.1",
    catalogue: catalogue201,
    errorCodes: errorCodes201,
    formation: "FormatViolation",
    codes: codesOf("FormatViolation", "OccurrenceConstraintViolation"),
    senders: { station: 24, csms: 39, both: 1 },
  },
  {
    version: "2.1",
    catalogue: catalogue21,
    errorCodes: errorCodes21,
    formation: "FormatViolation",
    codes: codesOf("FormatViolation", "OccurrenceConstraintViolation"),
    senders: { station: 36, csms: 54, both: 1 },
  },
];

function keywordsOf(value: Shape, found: Set<string>): Set<string> {
  for (const keyword of Object.keys(value)) found.add(keyword);
  for (const member of Object.values(value.properties ?? {})) keywordsOf(member, found);
  return value.items === undefined ? found : keywordsOf(value.items, found);
}

/** Objects that take members nobody declared. */
function openObjects(shape: Shape, at: string): string[] {
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, member]) =>
    openObjects(member, `${at}/${name}`),
  );
  const items = shape.items === undefined ? [] : openObjects(shape.items, `${at}/0`);
  const open = shape.type === "object" && shape.additionalProperties !== false;
  return [...(open ? [at] : []), ...inner, ...items];
}

describe.each(versions)("catalogue of $version", ({ catalogue, errorCodes, formation, codes, senders }) => {
  const messages = Object.entries(catalogue).flatMap(([action, entry]) =>
    (["request", "response"] as const).flatMap((part) => {
      const schema = entry[part];
      return schema === null ? [] : [{ action, part, schema: shapeOf(schema) }];
    }),
  );
  const validator = createValidator(catalogue, errorCodes);

  test("knows who sends what", () => {
    const count = { station: 0, csms: 0, both: 0 };
    for (const entry of Object.values(catalogue)) count[entry.sender]++;
    expect(count).toEqual(senders);
  });

  test("uses only keywords that the validator explains", () => {
    const used = new Set<string>();
    for (const { schema } of messages) keywordsOf(schema, used);
    expect([...used].filter((keyword) => !explainedKeywords.has(keyword))).toEqual([]);
  });

  test("closes every object but customData", () => {
    const open = messages.flatMap(({ action, schema }) => openObjects(schema, action));
    expect(open.filter((at) => !at.endsWith("/customData"))).toEqual([]);
  });

  test("hands out legal error codes only", () => {
    const { legal, ...named } = errorCodes;
    expect(Object.values(named).filter((code) => !legal.includes(code))).toEqual([]);
    expect(new Set(legal).size).toBe(legal.length);
  });

  test.each(messages)("$action $part: one broken constraint, one issue", ({ action, part, schema }) => {
    expect(validator[part](action, example(schema))).toEqual([]);
    const broken = brokenOnce(schema);
    expect(broken.length).toBeGreaterThan(0);
    for (const { payload, pointer, rule } of broken) {
      // Wrong type of the payload itself: not shaped as the message says.
      const code = pointer === "" && !isObject(payload) ? formation : codes[rule];
      const actual = rule === "required" ? {} : { actual: shortText };
      expect(validator[part](action, payload)).toEqual([
        { pointer, rule, code, severity: "error", expected: expect.stringMatching(/./), ...actual },
      ]);
    }
  });
});

test("2.1 has every action of 2.0.1, sent by the same side, in the same block", () => {
  const roles = (catalogue: Catalogue) =>
    Object.entries(catalogue).map(([action, { sender, block }]) => [action, { sender, block }]);
  expect(Object.fromEntries(roles(catalogue21))).toMatchObject(Object.fromEntries(roles(catalogue201)));
});

test("one message of 2.1 is never answered", () => {
  const silent = Object.keys(catalogue21).filter((action) => catalogue21[action]?.response === null);
  expect(silent).toEqual(["NotifyPeriodicEventStream"]);
  const issues = createValidator(catalogue21, errorCodes21).response("NotifyPeriodicEventStream", {});
  expect(issues).toMatchObject([{ rule: "action", code: "ProtocolError" }]);
});
