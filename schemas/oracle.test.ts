import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspect } from "../protocol/validate/inspect.ts";
import { createValidator } from "../protocol/validate/validator.ts";
import { flawedInstances, resolve, validInstances, type JsonSchema } from "../testdata/instances.ts";
import { compileOracle, oraclesOf, type OracleVersion } from "../testdata/oracle.ts";
import { catalogue as catalogue16 } from "./v16/catalogue.ts";
import { errorCodes as errorCodes16 } from "./v16/error-codes.ts";
import { catalogue as catalogue201 } from "./v201/catalogue.ts";
import { errorCodes as errorCodes201 } from "./v201/error-codes.ts";

const seed = 1601;
const runs = 15;

const versions = [
  { version: "1.6", catalogue: catalogue16, codes: errorCodes16 },
  { version: "2.0.1", catalogue: catalogue201, codes: errorCodes201 },
] satisfies { version: OracleVersion; [more: string]: unknown }[];

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

/** How many payloads were judged, to show that neither verdict is rare. */
const tally = { accepted: 0, refused: 0 };

for (const { version, catalogue, codes } of versions) {
  const oracles = await oraclesOf(version);
  const validator = createValidator(catalogue, codes);

  describe(`catalogue of ${version}`, () => {
    test("has the actions of the oracles, spelled alike", () => {
      const names = Object.keys(catalogue).flatMap((action) => [`${action}Request`, `${action}Response`]);
      for (const oracle of oracles) {
        const unknown = [...oracle.schemas.keys()].filter((name) => !names.includes(name));
        expect({ oracle: oracle.name, unknown }).toEqual({ oracle: oracle.name, unknown: [] });
      }
      expect([...(oracles[0]?.schemas.keys() ?? [])].sort()).toEqual(names.sort());
    });

    for (const [action, entry] of Object.entries(catalogue)) {
      for (const part of ["request", "response"] as const) {
        const ours = entry[part];
        const name = `${action}${part === "request" ? "Request" : "Response"}`;
        if (ours === null) continue;

        test(`${name} says what the oracles say`, () => {
          for (const { name: from, schemas } of oracles) {
            const theirs = schemas.get(name);
            if (theirs === undefined) continue;
            expect([from, meaningOf(ours, ours)]).toEqual([from, meaningOf(theirs, theirs)]);
          }
        });

        test(`${name} accepts and refuses what the oracles do`, () => {
          const judges = oracles.flatMap((oracle) => {
            const schema = oracle.schemas.get(name);
            return schema === undefined
              ? []
              : [{ name: oracle.name, schema, accepts: compileOracle(schema) }];
          });
          expect(judges.length).toBeGreaterThan(0);
          const compare = (payload: unknown): void => {
            if (payload === null) return; // tolerated by us as {}, which no schema says
            const issues = validator[part](action, payload);
            const accepted = issues.length === 0;
            const verdicts = judges.map((judge) => [judge.name, judge.accepts(payload)]);
            expect(verdicts).toEqual(judges.map((judge) => [judge.name, accepted]));
            // The explaining walk agrees with the compiled check, both ways.
            expect(inspect(ours, payload, codes).length === 0).toBe(accepted);
            tally[accepted ? "accepted" : "refused"]++;
          };
          const sources: JsonSchema[] = [ours, ...judges.slice(0, 1).map((judge) => judge.schema)];
          for (const source of sources) {
            fc.assert(fc.property(validInstances(source), compare), { seed, numRuns: runs });
            fc.assert(fc.property(flawedInstances(source), compare), { seed, numRuns: runs });
            fc.assert(
              fc.property(validInstances(source), (payload) => {
                expect(validator[part](action, payload)).toEqual([]);
              }),
              { seed, numRuns: runs },
            );
          }
        });
      }
    }
  });
}

test("the instances are of both kinds", () => {
  const all = tally.accepted + tally.refused;
  expect(tally.accepted / all).toBeGreaterThan(0.3);
  expect(tally.refused / all).toBeGreaterThan(0.1);
});
