import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../protocol/validate/catalogue.ts";
import type { ErrorCodes } from "../protocol/validate/error-codes.ts";
import { inspect } from "../protocol/validate/inspect.ts";
import { createValidator } from "../protocol/validate/validator.ts";
import { shapeOf } from "../protocol/validate/shape.ts";
import { brokenOnce, example } from "./broken.ts";
import { flawedInstances, resolve, validInstances, type JsonSchema } from "./instances.ts";
import { compileOracle, oraclesOf, type OracleVersion } from "./oracle.ts";
import { repeated } from "./rounds.ts";

/**
 * Payloads drawn, of a kind and from each of two sources, beside one for each constraint: those alone find 96 of 100
 * schemas that differ in one constraint (the others differ in no payload), a hundred drawn ones 80.
 */
const drawn = repeated(20, 5000, 1601);

/** What a schema says, in one form: references followed, order and mere descriptions dropped. */
function meaningOf(given: JsonSchema, root: JsonSchema): unknown {
  const schema = resolve(given, root);
  const { type, format, minLength, maxLength, minimum, maximum, multipleOf, minItems, maxItems } = schema;
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    name,
    meaningOf(member, root),
  ]);
  return {
    plain: { type, format, minLength, maxLength, minimum, maximum, multipleOf, minItems, maxItems },
    values: schema.enum === undefined ? null : [...schema.enum].sort(),
    required: [...(schema.required ?? [])].sort(),
    closed: type === "object" && schema.additionalProperties === false,
    members: Object.fromEntries(members),
    items: schema.items === undefined || type !== "array" ? null : meaningOf(schema.items, root),
  };
}

/**
 * Tests that a version's catalogue and schemas that we did not write are of one mind: keyword by keyword, and over
 * payloads made from both.
 */
export async function testAgainstOracles(
  version: OracleVersion,
  catalogue: Catalogue,
  codes: ErrorCodes,
): Promise<void> {
  const oracles = await oraclesOf(version);
  const validator = createValidator(catalogue, codes);
  /** How many payloads were judged, to show that neither verdict is rare. */
  const tally = { accepted: 0, refused: 0 };
  const messages = Object.entries(catalogue).flatMap(([action, { request, response }]) => [
    { action, part: "request" as const, name: `${action}Request`, ours: request },
    ...(response === null
      ? []
      : [{ action, part: "response" as const, name: `${action}Response`, ours: response }]),
  ]);

  describe(`catalogue of ${version}`, () => {
    test("has the actions of the oracles, spelled alike", () => {
      const names = messages.map(({ name }) => name);
      for (const oracle of oracles) {
        const unknown = [...oracle.schemas.keys()].filter((name) => !names.includes(name));
        expect({ oracle: oracle.name, unknown }).toEqual({ oracle: oracle.name, unknown: [] });
      }
      expect([...(oracles[0]?.schemas.keys() ?? [])].sort()).toEqual(names.sort());
    });

    test.each(messages)("$name says what the oracles say", ({ name, ours }) => {
      for (const { name: from, schemas } of oracles) {
        const theirs = schemas.get(name);
        if (theirs !== undefined)
          expect([from, meaningOf(ours, ours)]).toEqual([from, meaningOf(theirs, theirs)]);
      }
    });

    test.each(messages)("$name accepts and refuses what the oracles do", ({ action, part, name, ours }) => {
      const judges = oracles.flatMap((oracle) => {
        const schema = oracle.schemas.get(name);
        return schema === undefined ? [] : [{ name: oracle.name, schema, accepts: compileOracle(schema) }];
      });
      expect(judges.length).toBeGreaterThan(0);
      const compare = (payload: unknown): boolean => {
        const accepted = validator[part](action, payload).length === 0;
        const verdicts = judges.map((judge) => [judge.name, judge.accepts(payload)]);
        if (verdicts.some(([, verdict]) => verdict !== accepted))
          expect(verdicts).toEqual([["ours", accepted]]);
        // The explaining walk agrees with the compiled check, both ways.
        if ((inspect(ours, payload, codes).length === 0) !== accepted)
          expect.fail("explanation and check differ");
        tally[accepted ? "accepted" : "refused"]++;
        return accepted;
      };
      const shape = shapeOf(ours);
      expect(compare(example(shape))).toBe(true);
      for (const { payload, pointer, rule } of brokenOnce(shape))
        expect(compare(payload), `${rule} at ${pointer}`).toBe(false);
      const sources: JsonSchema[] = [ours, ...judges.slice(0, 1).map((judge) => judge.schema)];
      for (const source of sources) {
        fc.assert(
          fc.property(validInstances(source), (payload) => {
            expect(compare(payload)).toBe(true);
          }),
          drawn,
        );
        fc.assert(
          fc.property(flawedInstances(source), (payload) => {
            // Tolerated by us as {}, which no schema says.
            if (payload !== null) compare(payload);
          }),
          drawn,
        );
      }
    });

    test("the payloads were of both kinds", () => {
      const all = tally.accepted + tally.refused;
      expect(tally.accepted / all).toBeGreaterThan(0.3);
      expect(tally.refused / all).toBeGreaterThan(0.1);
    });
  });
}
