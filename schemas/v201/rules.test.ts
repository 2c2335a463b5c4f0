import { describe, expect, test } from "vitest";
import { createValidator } from "../../protocol/validate/validator.ts";
import { testEveryPayload } from "../../testdata/rule-samples/every-payload.ts";
import { demands, expected, judged, shown } from "../../testdata/rule-samples/sample.ts";
import { catalogue } from "./catalogue.ts";
import { errorCodes } from "./error-codes.ts";
import { laws, rules } from "./rules.ts";
import { samplesOfCharging } from "../../testdata/rule-samples/v201-charging.ts";
import { samplesOfMessages } from "../../testdata/rule-samples/v201-messages.ts";
import { samplesOfTypes } from "../../testdata/rule-samples/v201-types.ts";

const validator = createValidator(catalogue, errorCodes, rules);
const samples = [...samplesOfTypes, ...samplesOfCharging, ...samplesOfMessages];

describe("what the text of 2.0.1 demands", () => {
  test.each(samples)("$rule, $requirement: $pointer", (sample) => {
    expect(judged(validator, sample)).toEqual(expected(sample));
  });

  test("each demand is shown kept and broken", () => {
    expect(shown(samples)).toEqual(demands(laws, rules));
  });

  test("a station may report as many decimals as it has", () => {
    const meterValue = [{ timestamp: "2026-01-31T12:00:00Z", sampledValue: [{ value: 0.123456789 }] }];
    expect(validator.request("MeterValues", { evseId: 1, meterValue })).toEqual([]);
  });

  test("the issue says what was there, if something was", () => {
    const [wrong] = validator.response("Heartbeat", { currentTime: "2026-01-31T12:00:00.1234Z" });
    expect(wrong).toMatchObject({ actual: '"2026-01-31T12:00:00.1234Z"' });
    const [missing] = validator.request("TriggerMessage", { requestedMessage: "StatusNotification" });
    expect(missing).not.toHaveProperty("actual");
  });

  test("vendors write in customData what they like", () => {
    const customData = {
      vendorId: "x",
      transactionId: "not an identifier",
      evse: { id: 0 },
      n: 2 ** 40,
      o: {},
    };
    expect(validator.request("Heartbeat", { customData })).toEqual([]);
  });
});

testEveryPayload(catalogue, validator, errorCodes);
