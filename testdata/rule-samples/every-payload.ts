import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import type { ErrorCodes } from "../../protocol/validate/error-codes.ts";
import type { Validator } from "../../protocol/validate/validator.ts";
import { flawedInstances, validInstances } from "../instances.ts";
import { repeated } from "../rounds.ts";

/** Tests that a version's rules stand every payload, those too that the schema lets pass, and name legal codes only. */
export function testEveryPayload(catalogue: Catalogue, validator: Validator, codes: ErrorCodes): void {
  const messages = Object.entries(catalogue).flatMap(([action, entry]) =>
    (["request", "response"] as const).map((part) => ({ action, part, schema: entry[part] })),
  );
  test("rules stand every payload", () => {
    for (const { action, part, schema } of messages) {
      if (schema === null) continue;
      const look = (payload: unknown): void => {
        for (const { code } of validator[part](action, payload)) expect(codes.legal).toContain(code);
      };
      fc.assert(fc.property(validInstances(schema), look), repeated(10, 2000));
      fc.assert(fc.property(flawedInstances(schema), look), repeated(5, 1000));
    }
  });
}
