import { expect, test } from "vitest";
import { isObject, objects } from "../../payload/read.ts";
import type { Dialogue } from "../../model/testing.ts";
import { booted, dialogue, here, words } from "../testing.ts";

function place(path: string): { component: object; variable: object } {
  const [component = "", variable = "", instance] = path.split(/[.[\]]/);
  return { component: { name: component }, variable: { name: variable, ...(instance ? { instance } : {}) } };
}

function set(d: Dialogue, path: string, attributeValue: string, rest: object = {}): unknown {
  const reply = d.ask("SetVariables", { setVariableData: [{ ...place(path), attributeValue, ...rest }] });
  return reply && "payload" in reply
    ? objects(reply.payload, "setVariableResult")[0]?.["attributeStatus"]
    : reply;
}

function get(d: Dialogue, data: object): unknown {
  const reply = d.ask("GetVariables", { getVariableData: [data] });
  const result = reply && "payload" in reply ? objects(reply.payload, "getVariableResult")[0] : undefined;
  return result ? [result["attributeStatus"], result["attributeValue"]] : reply;
}

test.each([
  ["OCPPCommCtrlr.HeartbeatInterval", "30", "Accepted"],
  ["ocppcommctrlr.HEARTBEATINTERVAL", "30", "Accepted"],
  ["OCPPCommCtrlr.HeartbeatInterval", "often", "Rejected"],
  ["OCPPCommCtrlr.HeartbeatInterval", "0", "Rejected"],
  ["OCPPCommCtrlr.MessageAttempts[TransactionEvent]", "5", "Accepted"],
  ["OCPPCommCtrlr.MessageAttempts", "5", "UnknownVariable"],
  ["OCPPCommCtrlr.Nothing", "5", "UnknownVariable"],
  ["Nobody.Nothing", "5", "UnknownComponent"],
  ["SecurityCtrlr.SecurityProfile", "3", "Rejected"],
  ["ClockCtrlr.DateTime", "2020-01-01T00:00:00Z", "Rejected"],
  ["OCPPCommCtrlr.NetworkConfigurationPriority", "1", "RebootRequired"],
  ["TxCtrlr.TxStartPoint", "Authorized,Moonlight", "Rejected"],
  ["AuthCtrlr.LocalPreAuthorize", "TRUE", "Accepted"],
  ["SecurityCtrlr.BasicAuthPassword", "short", "Rejected"],
])("SetVariables %s = %s: %s", (path, value, status) => {
  expect(set(booted(), path, value)).toBe(status);
});

test("other attributes than Actual are not supported", () => {
  const d = booted();
  expect(set(d, "TxCtrlr.StopTxOnInvalidId", "true", { attributeType: "Target" })).toBe(
    "NotSupportedAttributeType",
  );
  const data = { ...place("TxCtrlr.StopTxOnInvalidId"), attributeType: "MaxSet" };
  expect(get(d, data)).toEqual(["NotSupportedAttributeType", undefined]);
});

test("GetVariables reads settings and hardware, but no secrets", () => {
  const d = booted();
  expect(get(d, place("TxCtrlr.TxStartPoint"))).toEqual(["Accepted", "EVConnected,Authorized"]);
  expect(get(d, place("SecurityCtrlr.BasicAuthPassword"))).toEqual(["Rejected", undefined]);
  expect(get(d, place("ChargingStation.AvailabilityState"))).toEqual(["Accepted", "Available"]);
  const connector = { name: "Connector", evse: { id: 1, connectorId: 1 } };
  const data = { component: connector, variable: { name: "AvailabilityState" } };
  expect(get(d, data)).toEqual(["Accepted", "Available"]);
  d.do({ kind: "plug-in", ...here });
  expect(get(d, data)).toEqual(["Accepted", "Occupied"]);
  expect(get(d, place("Connector.AvailabilityState"))).toEqual(["UnknownComponent", undefined]);
});

test("too many at once is an error of the version's spelling (B06.FR.16)", () => {
  const getVariableData = Array.from({ length: 51 }, () => place("TxCtrlr.TxStartPoint"));
  expect(booted().ask("GetVariables", { getVariableData })).toEqual({
    code: "OccurrenceConstraintViolation",
  });
});

test("a changed interval is in force at once, and a changed stop point as well", () => {
  const d = booted();
  set(d, "OCPPCommCtrlr.HeartbeatInterval", "10");
  set(d, "TxCtrlr.TxStopPoint", "EVConnected");
  d.clear().wait(25);
  expect(d.heard(words)).toEqual(["Heartbeat", "Heartbeat"]);
});

test("a new password makes the station log in anew (A01)", () => {
  const d = booted();
  expect(set(d, "SecurityCtrlr.BasicAuthPassword", "abcdefgh12345678")).toBe("Accepted");
  expect(d.station.password()).toBe("abcdefgh12345678");
  expect(d.commands.map(({ kind }) => kind).slice(0, 3)).toEqual(["keep-setting", "reply", "disconnect"]);
});

test("the station keeps what the CSMS sets, under the setting's own name, and nothing else", () => {
  const d = booted();
  set(d, "ocppcommctrlr.HEARTBEATINTERVAL", "30");
  set(d, "OCPPCommCtrlr.NetworkConfigurationPriority", "1");
  set(d, "OCPPCommCtrlr.HeartbeatInterval", "often");
  d.do({ kind: "set-setting", name: "TxCtrlr.TxStopPoint", value: "EVConnected" });
  expect(d.commands.filter(({ kind }) => kind === "keep-setting")).toEqual([
    { kind: "keep-setting", name: "OCPPCommCtrlr.HeartbeatInterval", value: "30" },
    { kind: "keep-setting", name: "OCPPCommCtrlr.NetworkConfigurationPriority", value: "1" },
  ]);
});

test("a setting that is taken back has its default, and a password the configured one", () => {
  const d = booted();
  set(d, "SecurityCtrlr.BasicAuthPassword", "abcdefgh12345678");
  set(d, "OCPPCommCtrlr.HeartbeatInterval", "10");
  d.do({ kind: "set-setting", name: "SecurityCtrlr.BasicAuthPassword", value: null });
  d.do({ kind: "set-setting", name: "OCPPCommCtrlr.HeartbeatInterval", value: null });
  expect(d.station.password()).toBeNull();
  expect(d.station.snapshot(d.now).settings).toContainEqual(
    expect.objectContaining({ name: "OCPPCommCtrlr.HeartbeatInterval", value: "300" }),
  );
});

test.each(["FullInventory", "ConfigurationInventory", "SummaryInventory"])(
  "%s comes in numbered parts",
  (base) => {
    const d = booted();
    expect(d.ask("GetBaseReport", { requestId: 9, reportBase: base })).toEqual({
      payload: { status: "Accepted" },
    });
    expect(d.said.map(({ payload }) => payload["seqNo"])).toEqual(d.said.map((_, index) => index));
    expect(d.said.map(({ payload }) => payload["tbc"])).toEqual(
      d.said.map((_, index) => index < d.said.length - 1),
    );
    const entries = d.said.flatMap(({ payload }) => objects(payload, "reportData"));
    const names = entries.map((entry) => {
      const { component, variable } = entry;
      return isObject(component) && isObject(variable)
        ? `${String(component["name"])}.${String(variable["name"])}`
        : "";
    });
    expect(names.includes("SecurityCtrlr.SecurityProfile")).toBe(base === "FullInventory");
    expect(names.includes("TxCtrlr.TxStartPoint")).toBe(base !== "SummaryInventory");
    expect(names.includes("Connector.AvailabilityState")).toBe(base !== "ConfigurationInventory");
  },
);

test("a base report that does not exist", () => {
  expect(booted().ask("GetBaseReport", { requestId: 9, reportBase: "Everything" })).toEqual({
    payload: { status: "NotSupported" },
  });
});

test("settings that make no sense are complained about, not obeyed", () => {
  const d = dialogue({ settings: { "TxCtrlr.TxStopPoint": "Never", Nonsense: "1" } }).do({
    kind: "power-on",
  });
  expect(get(d, place("TxCtrlr.TxStopPoint"))).toEqual(["Accepted", "EVConnected,Authorized"]);
  expect(d.notices()).toEqual([
    "Setting TxCtrlr.TxStopPoint cannot have the value given to it.",
    "This station has no setting Nonsense.",
  ]);
});
