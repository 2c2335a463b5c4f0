import * as fc from "fast-check";
import { Type } from "typebox";
import { describe, expect, test } from "vitest";
import { catalogue as catalogue16 } from "../../schemas/v16/catalogue.ts";
import { errorCodes as errorCodes16 } from "../../schemas/v16/error-codes.ts";
import { rules as rules16 } from "../../schemas/v16/rules.ts";
import { catalogue as catalogue201 } from "../../schemas/v201/catalogue.ts";
import { errorCodes as errorCodes201 } from "../../schemas/v201/error-codes.ts";
import { rules as rules201 } from "../../schemas/v201/rules.ts";
import { repeated } from "../../testdata/rounds.ts";
import { createValidator } from "./validator.ts";

const v16 = createValidator(catalogue16, errorCodes16, rules16);
const v201 = createValidator(catalogue201, errorCodes201, rules201);

describe("validator", () => {
  test("knows actions and their senders", () => {
    expect(v16.knows("StartTransaction")).toBe(true);
    expect(v201.knows("StartTransaction")).toBe(false);
    expect([v16.sender("Heartbeat"), v16.sender("Reset"), v16.sender("DataTransfer")]).toEqual([
      "station",
      "csms",
      "both",
    ]);
    expect(v16.sender("heartbeat")).toBeUndefined();
  });

  test.each(["MakeCoffee", "heartbeat", "", "constructor", "__proto__", "toString"])(
    "does not know %j",
    (action) => {
      expect(v16.request(action, {})).toEqual([
        expect.objectContaining({ pointer: "", rule: "action", severity: "error", code: "NotImplemented" }),
      ]);
      expect(v201.response(action, {})).toHaveLength(1);
      expect(v201.knows(action)).toBe(false);
    },
  );

  test("says that a message without an answer has none", () => {
    const request = Type.Object({});
    const validator = createValidator(
      { Stream: { sender: "station", block: "N Diagnostics", request, response: null } },
      errorCodes201,
    );
    expect(validator.request("Stream", {})).toEqual([]);
    expect(validator.response("Stream", {})).toEqual([
      expect.objectContaining({ rule: "action", code: "ProtocolError" }),
    ]);
  });

  test("reports all violations at once, in words", () => {
    const payload = {
      chargePointVendor: "A vendor whose name is far too long",
      firmwareVersion: 7,
      chargepointmodel: "M",
    };
    expect(v16.request("BootNotification", payload)).toEqual([
      {
        pointer: "/chargePointModel",
        rule: "required",
        severity: "error",
        code: "OccurenceConstraintViolation",
        expected: "text of at most 20 characters",
      },
      {
        pointer: "/chargePointVendor",
        rule: "maxLength",
        severity: "error",
        code: "PropertyConstraintViolation",
        expected: "text of at most 20 characters",
        actual: '35 characters: "A vendor whose name is far too long"',
      },
      {
        pointer: "/firmwareVersion",
        rule: "type",
        severity: "error",
        code: "TypeConstraintViolation",
        expected: "text of at most 50 characters",
        actual: "7",
      },
      {
        pointer: "/chargepointmodel",
        rule: "additionalProperties",
        severity: "error",
        code: "FormationViolation",
        expected: 'no member of this name; "chargePointModel" is one',
        actual: '"M"',
      },
    ]);
  });

  test("names the right spelling of a value that differs in case", () => {
    const [issue] = v16.response("Authorize", { idTagInfo: { status: "accepted" } });
    expect(issue).toMatchObject({ pointer: "/idTagInfo/status", rule: "enum", actual: '"accepted"' });
    expect(issue?.expected).toContain('spelled "Accepted"');
  });

  test("counts characters, not code units", () => {
    expect(v16.request("Authorize", { idTag: "\u{1F50C}".repeat(20) })).toEqual([]);
    expect(v16.request("Authorize", { idTag: "\u{1F50C}".repeat(21) })[0]?.actual).toContain("21 characters");
  });

  test.each([[[]], ["text"], [7], [true], [undefined], [Number.NaN]])(
    "refuses %j as a payload",
    (payload) => {
      expect(v16.request("Heartbeat", payload)).toEqual([
        expect.objectContaining({ pointer: "", rule: "type", code: "FormationViolation" }),
      ]);
      expect(v201.request("Heartbeat", payload)[0]?.code).toBe("FormatViolation");
    },
  );
});

describe("hostile payloads", () => {
  test("members named like parts of the language are members like others", () => {
    const payload: unknown = JSON.parse('{"__proto__": {"idTag": "X"}, "constructor": 1, "toString": 2}');
    const issues = v16.request("Authorize", payload);
    expect(issues.map(({ pointer, rule }) => [pointer, rule])).toEqual([
      ["/idTag", "required"],
      ["/__proto__", "additionalProperties"],
      ["/constructor", "additionalProperties"],
      ["/toString", "additionalProperties"],
    ]);
  });

  test("a list of a million wrong items is reported in a bounded way", () => {
    const issues = v16.request("MeterValues", {
      connectorId: 1,
      meterValue: Array.from({ length: 1_000_000 }, () => 1),
    });
    expect(issues).toHaveLength(101);
    expect(issues[99]?.pointer).toBe("/meterValue/99");
    expect(issues[100]).toMatchObject({
      pointer: "",
      rule: "tooManyIssues",
      severity: "error",
      code: "GenericError",
    });
  });

  test("so are a hundred thousand extra members, and as many warnings", () => {
    const members = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`m${index}`, index]));
    expect(v201.request("Heartbeat", members)).toHaveLength(101);
    const sampledValue = Array.from({ length: 500 }, () => ({ value: 1, unitOfMeasure: {} }));
    const issues = v201.request("MeterValues", {
      evseId: 1,
      meterValue: [{ timestamp: "2026-01-31T12:00:00Z", sampledValue }],
    });
    expect(issues).toHaveLength(101);
    expect(issues.every((issue) => issue.severity === "warning")).toBe(true);
  });

  test("deep nesting is not followed", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    expect(v201.request("DataTransfer", { vendorId: "x", data: deep })).toEqual([]);
    expect(v201.request("DataTransfer", deep)[0]?.actual).toBe("a list of 1 item");
    expect(v201.request("Heartbeat", { customData: { vendorId: "x", deep } })).toEqual([]);
    expect(v201.request("Heartbeat", { deep })[0]?.pointer).toBe("/deep");
  });

  test("numbers beyond what JSON can say are no numbers", () => {
    const totalCost: unknown = JSON.parse("1e999");
    expect(v201.response("TransactionEvent", { totalCost })).toEqual([
      expect.objectContaining({ pointer: "/totalCost", rule: "type", actual: "Infinity" }),
    ]);
  });

  test("pointers escape what has a meaning in them", () => {
    expect(v16.request("Heartbeat", { "a/b~c": 1 })[0]?.pointer).toBe("/a~1b~0c");
  });

  test("long texts are shortened, whole characters only", () => {
    for (const lead of ["", "x"]) {
      const [issue] = v16.request("Authorize", { idTag: `${lead}${"\u{1F50C}".repeat(100_000)}` });
      expect(issue?.actual?.length).toBeLessThanOrEqual(80);
      expect(issue?.actual?.isWellFormed()).toBe(true);
      expect(issue?.actual).toContain(`${100_000 + lead.length} characters`);
    }
  });

  test("nothing throws", () => {
    const actions = fc.constantFrom(...Object.keys(catalogue201), "Unknown");
    fc.assert(
      fc.property(actions, fc.anything(), (action, payload) => {
        expect(Array.isArray(v201.request(action, payload))).toBe(true);
        expect(Array.isArray(v201.response(action, payload))).toBe(true);
      }),
      repeated(300, 50_000, 201),
    );
  });
});

describe("longer fields that a station announces", () => {
  const limits = {
    fieldLengths: {
      "Get15118EVCertificateResponse.exiResponse": 7500,
      "NotifyReportRequest.reportData.variableAttribute.value": 5000,
      "DataTransferRequest.vendorId": 10,
      "AuthorizeRequest.idToken": 99,
      "AuthorizeRequest.nothing.here": 99,
      "Unknown.field": 99,
      "no message": 99,
      ".field": 99,
    },
  };
  const longer = v201.with(limits);
  const certificate = (length: number) => ({ status: "Accepted", exiResponse: "x".repeat(length) });
  const report = (length: number) => ({
    requestId: 1,
    generatedAt: "2026-01-31T12:00:00Z",
    seqNo: 0,
    reportData: [
      {
        component: { name: "C" },
        variable: { name: "V" },
        variableAttribute: [{ value: "x".repeat(length) }],
      },
    ],
  });

  test("are taken up to that length and no further", () => {
    expect(v201.response("Get15118EVCertificate", certificate(5601))).toEqual([
      expect.objectContaining({ pointer: "/exiResponse", rule: "maxLength" }),
    ]);
    expect(longer.response("Get15118EVCertificate", certificate(7500))).toEqual([]);
    expect(longer.response("Get15118EVCertificate", certificate(7501))).toEqual([
      expect.objectContaining({
        pointer: "/exiResponse",
        rule: "maxLength",
        expected: "text of at most 7500 characters",
      }),
    ]);
  });

  test("may stand deep in a message, in lists as well", () => {
    expect(v201.request("NotifyReport", report(5000))[0]?.rule).toBe("maxLength");
    expect(longer.request("NotifyReport", report(5000))).toEqual([]);
    expect(longer.request("NotifyReport", report(5001))[0]?.rule).toBe("maxLength");
  });

  test("never become shorter than the standard", () => {
    expect(longer.request("DataTransfer", { vendorId: "x".repeat(255) })).toEqual([]);
  });

  test("leave every other check alone", () => {
    expect(longer.request("Authorize", { idToken: { idToken: "x".repeat(37), type: "Local" } })).toEqual([
      expect.objectContaining({ pointer: "/idToken/idToken", rule: "maxLength" }),
    ]);
    const misspelled = { status: "accepted", exiResponse: "x" };
    expect(longer.response("Get15118EVCertificate", misspelled)).toEqual(
      v201.response("Get15118EVCertificate", misspelled),
    );
    expect(longer.request("ClearChargingProfile", {})).toEqual(v201.request("ClearChargingProfile", {}));
    expect(longer.request("MakeCoffee", {})).toEqual(v201.request("MakeCoffee", {}));
    expect([longer.knows("Reset"), longer.sender("Reset")]).toEqual([true, "csms"]);
  });

  test("are compiled once for stations that announce the same", () => {
    const reversed = Object.fromEntries(Object.entries(limits.fieldLengths).reverse());
    expect(v201.with({ fieldLengths: reversed })).toBe(longer);
    expect(v201.with({})).toBe(v201);
    expect(v201.with({ fieldLengths: {} })).toBe(v201);
  });

  test("replace what was announced before", () => {
    expect(longer.with({})).toBe(v201);
    const others = longer.with({ fieldLengths: { "DataTransferRequest.vendorId": 300 } });
    expect(others.request("DataTransfer", { vendorId: "x".repeat(300) })).toEqual([]);
    expect(others.response("Get15118EVCertificate", certificate(5601))[0]?.rule).toBe("maxLength");
  });

  test("many different announcements do not pile up", () => {
    for (let length = 256; length < 400; length++) {
      const one = v201.with({ fieldLengths: { "DataTransferRequest.vendorId": length } });
      expect(one.request("DataTransfer", { vendorId: "x".repeat(length) })).toEqual([]);
    }
  });

  test("names like parts of the language are names like others", () => {
    const odd: { [field: string]: number } = JSON.parse(
      '{"__proto__.x": 9, "constructor.x": 9, "AuthorizeRequest.__proto__": 9, "AuthorizeRequest.toString": 9}',
    );
    expect(
      v201.with({ fieldLengths: odd }).request("Authorize", { idToken: { idToken: "x", type: "Local" } }),
    ).toEqual([]);
  });
});
