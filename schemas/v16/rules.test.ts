import { describe, expect, test } from "vitest";
import { createValidator } from "../../protocol/validate/validator.ts";
import { testEveryPayload } from "../../testdata/rule-samples/every-payload.ts";
import { demands, expected, judged, shown } from "../../testdata/rule-samples/sample.ts";
import { meter, samplesOf16 } from "../../testdata/rule-samples/v16.ts";
import { catalogue } from "./catalogue.ts";
import { errorCodes } from "./error-codes.ts";
import { jsonLaws, jsonRules, rules } from "./rules.ts";

const validator = createValidator(catalogue, errorCodes, jsonRules);

describe("what the text of 1.6 demands", () => {
  test.each(samplesOf16)("$rule, $requirement: $pointer", (sample) => {
    expect(judged(validator, sample)).toEqual(expected(sample));
  });

  test("each demand is shown kept and broken", () => {
    expect(shown(samplesOf16)).toEqual(demands(jsonLaws, jsonRules));
  });

  test("an error of the schema stays one beside what is tolerated", () => {
    const issues = validator.request("MeterValues", meter({ value: "50", unit: "Hertz" }, { unit: "A" }));
    expect(issues.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["hertz", "warning"],
      ["required", "error"],
    ]);
  });

  test("what is tolerated does not hide what else the text demands", () => {
    const issues = validator.request("MeterValues", {
      ...meter({ value: "50", unit: "Hertz" }),
      connectorId: -1,
    });
    expect(issues.map(({ rule }) => rule)).toEqual(["hertz", "connectorId"]);
  });

  test("no other unit, no other place and no impossible time is tolerated", () => {
    expect(validator.request("MeterValues", meter({ value: "1", unit: "hertz" }))[0]?.rule).toBe("enum");
    expect(validator.request("MeterValues", meter({ value: "1", phase: "Hertz" }))[0]?.rule).toBe("enum");
    expect(validator.response("Heartbeat", { currentTime: "2026-02-30T12:00:00" })[0]?.rule).toBe("format");
  });

  test("SOAP has no other spelling of Celsius", () => {
    const soap = createValidator(catalogue, errorCodes, rules);
    expect(soap.request("MeterValues", meter({ value: "1", unit: "Celsius" }))).toEqual([]);
  });
});

testEveryPayload(catalogue, validator, errorCodes);
