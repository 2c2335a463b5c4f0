import { describe, expect, test } from "vitest";
import type { Issue } from "../../validate/issue.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { soap16 } from "./encoding.ts";
import { encode, errorsIn, judge, messages, type MessageForm } from "./testing.ts";

const form = (name: string): MessageForm => {
  const found = messages.find((message) => message.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const boot = form("BootNotification request (csms)");
const meterValues = form("MeterValues request (csms)");
const getConfiguration = form("GetConfiguration response (station)");
const profile = form("SetChargingProfile request (station)");

/** An envelope with another message in its body. */
const holding = (message: MessageForm, body: string): string =>
  encode(message, {}).replace(/<se:Body>.*<\/se:Body>/s, () => `<se:Body>\n${body}\n</se:Body>`);

function payloadOf(text: string): unknown {
  const read = soap16.decode(text);
  if (read.kind === "fault" || read.frame.kind === "callError") throw new Error("no payload");
  return read.frame.payload;
}
const brief = (issues: readonly Issue[]) =>
  issues.map(({ pointer, rule, severity, code }) => [pointer, rule, severity, code]);

test("members are written in the order of the service description, others behind them", () => {
  const { text, issues } = soap16.encodeRequest(
    {
      kind: "call",
      id: "m",
      action: "BootNotification",
      payload: { iccid: "1", zebra: true, chargePointModel: "M", chargePointVendor: "V" },
    },
    { identity: "CP1", from: "http://a/", to: "http://b/" },
  );
  expect(text).toContain(
    "<cs:chargePointVendor>V</cs:chargePointVendor><cs:chargePointModel>M</cs:chargePointModel><cs:iccid>1</cs:iccid><cs:zebra>true</cs:zebra>",
  );
  expect(issues).toEqual([]);
});

test("DataTransfer is in the namespace of whichever service is called", () => {
  const call = { kind: "call" as const, id: "m", action: "DataTransfer", payload: { vendorId: "v" } };
  const route = { identity: "CP1", from: "http://a/", to: "http://b/" };
  expect(soap16.serviceOf("DataTransfer")).toBeUndefined();
  expect(soap16.serviceOf("Reset")).toBe("station");
  expect(soap16.serviceOf("BootNotification")).toBe("csms");
  expect(soap16.encodeRequest(call, { ...route, service: "station" }).text).toContain(
    '"urn://Ocpp/Cp/2015/10/"',
  );
  expect(soap16.encodeRequest(call, route).text).toContain('"urn://Ocpp/Cs/2015/10/"');
});

test("one element of a list is a list, none is an empty one where the message needs it", () => {
  expect(payloadOf(encode(getConfiguration, { unknownKey: ["a"] }))).toEqual({ unknownKey: ["a"] });
  expect(payloadOf(encode(getConfiguration, { unknownKey: [] }))).toEqual({});
  expect(payloadOf(encode(meterValues, { connectorId: 1, meterValue: [] }))).toEqual({
    connectorId: 1,
    meterValue: [],
  });
  const text = encode(meterValues, { connectorId: 1, meterValue: [] });
  expect(brief(judge(text))).toEqual([["/meterValue", "emptyList", "error", "OccurenceConstraintViolation"]]);
});

describe("a wrong value is an issue at its place, with the code that JSON has for it", () => {
  const schedule = (inner: string) =>
    holding(
      profile,
      `<cp:setChargingProfileRequest><cp:connectorId>1</cp:connectorId><cp:csChargingProfiles><cp:chargingProfileId>1</cp:chargingProfileId><cp:stackLevel>0</cp:stackLevel><cp:chargingProfilePurpose>TxProfile</cp:chargingProfilePurpose><cp:chargingProfileKind>Absolute</cp:chargingProfileKind><cp:chargingSchedule><cp:chargingRateUnit>A</cp:chargingRateUnit>${inner}</cp:chargingSchedule></cp:csChargingProfiles></cp:setChargingProfileRequest>`,
    );
  const period = "/csChargingProfiles/chargingSchedule/chargingSchedulePeriod";
  const settings = (inner: string) =>
    holding(getConfiguration, `<cp:getConfigurationResponse>${inner}</cp:getConfigurationResponse>`);
  const start = (inner: string) =>
    holding(boot, `<cs:bootNotificationRequest>${inner}</cs:bootNotificationRequest>`);
  const vendor = "<cs:chargePointVendor>V</cs:chargePointVendor>";
  const model = "<cs:chargePointModel>M</cs:chargePointModel>";
  const formation = "FormationViolation";
  const occurrence = "OccurenceConstraintViolation";
  const type = "TypeConstraintViolation";
  const property = "PropertyConstraintViolation";

  test.each<[what: string, text: string, issues: unknown[]]>([
    ["nothing wrong", start(`\n${vendor}\n${model}\n`), []],
    [
      "text for a number",
      schedule(
        "<cp:chargingSchedulePeriod><cp:startPeriod>zero</cp:startPeriod><cp:limit>6.0</cp:limit></cp:chargingSchedulePeriod>",
      ),
      [[`${period}/0/startPeriod`, "type", "error", type]],
    ],
    [
      "too many decimals in the second of a list",
      schedule(
        "<cp:chargingSchedulePeriod><cp:startPeriod>0</cp:startPeriod><cp:limit>6</cp:limit></cp:chargingSchedulePeriod><cp:chargingSchedulePeriod><cp:startPeriod>0</cp:startPeriod><cp:limit>6.25</cp:limit></cp:chargingSchedulePeriod>",
      ),
      [[`${period}/1/limit`, "multipleOf", "error", property]],
    ],
    [
      "a number beyond 32 bits",
      schedule(
        "<cp:chargingSchedulePeriod><cp:startPeriod>0</cp:startPeriod><cp:limit>6</cp:limit><cp:numberPhases>2147483648</cp:numberPhases></cp:chargingSchedulePeriod>",
      ),
      [[`${period}/0/numberPhases`, "int", "error", property]],
    ],
    [
      "a word for a boolean",
      settings("<cp:configurationKey><cp:key>a</cp:key><cp:readonly>no</cp:readonly></cp:configurationKey>"),
      [["/configurationKey/0/readonly", "type", "error", type]],
    ],
    [
      "a list that is interrupted",
      settings(
        "<cp:unknownKey>a</cp:unknownKey><cp:configurationKey><cp:key>a</cp:key><cp:readonly>1</cp:readonly></cp:configurationKey><cp:unknownKey>b</cp:unknownKey>",
      ),
      [["/configurationKey/0", "order", "error", formation]],
    ],
    ["another order", start(`${model}${vendor}`), [["/chargePointVendor", "order", "error", formation]]],
    ["a missing element", start(vendor), [["/chargePointModel", "required", "error", occurrence]]],
    [
      "an element twice",
      start(`${vendor}${vendor}${model}`),
      [["/chargePointVendor", "repeated", "error", occurrence]],
    ],
    [
      "an unknown element",
      start(`${vendor}${model}<cs:colour>red</cs:colour>`),
      [["/colour", "additionalProperties", "error", formation]],
    ],
    [
      "an unknown element of an evil name",
      start(`${vendor}${model}<cs:__proto__><cs:polluted>1</cs:polluted></cs:__proto__>`),
      [["/__proto__", "additionalProperties", "error", formation]],
    ],
    [
      "an element without namespace",
      start(`<chargePointVendor>V</chargePointVendor>${model}`),
      [["/chargePointVendor", "namespace", "error", formation]],
    ],
    [
      "an attribute",
      start(`<cs:chargePointVendor lang="en">V</cs:chargePointVendor>${model}`),
      [["/chargePointVendor", "attribute", "error", formation]],
    ],
    [
      "a type said by the sender is none",
      start(
        `<cs:chargePointVendor xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="x">V</cs:chargePointVendor>${model}`,
      ),
      [],
    ],
    ["text beside elements", start(`${vendor}and${model}`), [["", "text", "error", formation]]],
    [
      "elements where text belongs",
      start(`<cs:chargePointVendor><cs:name>V</cs:name></cs:chargePointVendor>${model}`),
      [["/chargePointVendor", "type", "error", type]],
    ],
    [
      "a spelling that only JSON has",
      encode(meterValues, {
        connectorId: 1,
        meterValue: [{ timestamp: "2026-01-31T12:00:00Z", sampledValue: [{ value: "1", unit: "Celcius" }] }],
      }),
      [["/meterValue/0/sampledValue/0/unit", "enum", "error", property]],
    ],
  ])("%s", (_what, text, issues) => {
    expect(brief(errorsIn(judge(text)))).toEqual(issues);
  });

  test("the place in the text is told, too", () => {
    const read = soap16.decode(start(`${model}\n${vendor}`));
    expect(read).toMatchObject({
      issues: [{ rule: "order", line: 4, column: 1, actual: "chargePointVendor" }],
    });
  });

  test("another order is a warning for a lenient reader", () => {
    expect(brief(judge(start(`${model}${vendor}`), { lenient: true }))).toEqual([
      ["/chargePointVendor", "order", "warning", formation],
    ]);
  });

  test("no more than a hundred issues are kept", () => {
    const read = soap16.decode(start(`${vendor}${model}${vendor.repeat(500)}`));
    expect(read.kind === "message" && read.issues.length).toBe(100);
  });
});

test("a message that is unknown, or that only JSON has, is read as far as XML tells", () => {
  const body = `<cs:getLogRequest><cs:requestId>1</cs:requestId><cs:log><cs:a>1</cs:a><cs:a>2</cs:a></cs:log></cs:getLogRequest>`;
  const text = holding(boot, body);
  expect(soap16.decode(text)).toMatchObject({
    frame: { kind: "call", action: "GetLog", payload: { requestId: "1", log: { a: ["1", "2"] } } },
  });
  expect(judge(text).map(({ rule }) => rule)).toEqual(["Action", "action"]);
});

describe("what XML cannot carry is reported by the writer, which never throws", () => {
  const write = (payload: unknown) =>
    soap16.encodeRequest(
      { kind: "call", id: "m", action: "BootNotification", payload },
      { identity: "CP1", from: "http://a/", to: "http://b/" },
    );

  const cycle: JsonObject = {};
  cycle["self"] = cycle;
  test.each<[what: string, payload: unknown, pointers: string[]]>([
    ["null as payload is an empty one", null, []],
    ["a list", [1], [""]],
    ["text", "x", [""]],
    ["a null member", { iccid: null }, ["/iccid"]],
    ["a list in a list", { iccid: [["a"], "b"] }, ["/iccid/0"]],
    ["a control character", { iccid: "a\u0000b" }, ["/iccid"]],
    ["a name that no element has", { "a b": 1, "": 2, "<": 3 }, ["/a b", "/", "/<"]],
    ["a function", { iccid: () => 1 }, ["/iccid"]],
    ["itself", cycle, ["/self".repeat(25)]],
    ["undefined is nothing", { iccid: undefined }, []],
    ["numbers that are none", { interval: Number.NaN, a: -Infinity, b: 10n }, []],
  ])("%s", (_what, payload, pointers) => {
    const { text, issues } = write(payload);
    expect(issues.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(new Set(issues.map(({ rule }) => rule)).size).toBe(pointers.length === 0 ? 0 : 1);
    expect(soap16.decode(text)).toMatchObject({ kind: "message", action: "BootNotification" });
  });

  test("a response to an unknown action can be written as well", () => {
    const { text } = soap16.encodeResponse(
      { kind: "callResult", id: "m", payload: { a: 1 } },
      { action: "Odd" },
    );
    expect(soap16.decode(text)).toMatchObject({ action: "Odd", frame: { id: "m", payload: { a: "1" } } });
  });
});
