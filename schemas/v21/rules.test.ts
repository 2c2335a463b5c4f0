import { expect, test } from "vitest";
import { createValidator } from "../../protocol/validate/validator.ts";
import { testEveryPayload } from "../../testdata/rule-samples/every-payload.ts";
import { expected, judged } from "../../testdata/rule-samples/sample.ts";
import { samplesOfCharging } from "../../testdata/rule-samples/v201-charging.ts";
import { samplesOfMessages } from "../../testdata/rule-samples/v201-messages.ts";
import { samplesOfTypes } from "../../testdata/rule-samples/v201-types.ts";
import { only } from "../v201/rules/only.ts";
import { catalogue } from "./catalogue.ts";
import { errorCodes } from "./error-codes.ts";
import { rules } from "./rules.ts";

const validator = createValidator(catalogue, errorCodes, rules);
const ofOtherVersion = new Set(only.map(({ requirement }) => requirement));
const samples = [...samplesOfTypes, ...samplesOfCharging, ...samplesOfMessages];

test.each(samples.filter(({ requirement }) => !ofOtherVersion.has(requirement)))(
  "$rule, $requirement: $pointer",
  (sample) => {
    expect(judged(validator, sample)).toEqual(expected(sample));
  },
);

test.each(samples.filter(({ requirement }) => ofOtherVersion.has(requirement)))(
  "no $rule, $requirement, unless the schema has it",
  (sample) => {
    const { good, bad } = judged(validator, sample);
    expect(good).toEqual([]);
    expect(bad.filter(({ requirement }) => requirement !== undefined)).toEqual([]);
  },
);

testEveryPayload(catalogue, validator, errorCodes);
