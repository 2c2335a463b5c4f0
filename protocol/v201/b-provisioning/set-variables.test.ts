import { expect, test } from "vitest";
import { objects } from "../../payload/read.ts";
import { booted, words } from "../testing.ts";
import { get, place, set } from "./testing.ts";

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
  ["ChargingStation.Model", "Mine", "Rejected"],
  ["OCPPCommCtrlr.NetworkConfigurationPriority", "1", "RebootRequired"],
  ["TxCtrlr.TxStartPoint", "Authorized,Moonlight", "Rejected"],
  ["AuthCtrlr.LocalPreAuthorize", "TRUE", "Accepted"],
  ["SecurityCtrlr.BasicAuthPassword", "short", "Rejected"],
])("SetVariables %s = %s: %s (B05.FR.04-10)", (path, value, status) => {
  expect(set(booted(), path, value)).toBe(status);
});

test("other attributes than Actual are not supported", () => {
  const rest = { attributeType: "Target" };
  expect(set(booted(), "TxCtrlr.StopTxOnInvalidId", "true", rest)).toBe("NotSupportedAttributeType");
});

test("one result for each, in order, under the name it was asked by (B05.FR.02-03)", () => {
  const paths = ["txctrlr.TxStopPoint", "Nobody.Nothing", "OCPPCommCtrlr.HeartbeatInterval"];
  const setVariableData = paths.map((path) => ({ ...place(path), attributeValue: "EVConnected" }));
  const reply = booted().ask("SetVariables", { setVariableData });
  const results = reply && "payload" in reply ? objects(reply.payload, "setVariableResult") : [];
  expect(results.map((each) => ({ component: each["component"], variable: each["variable"] }))).toEqual(
    paths.map(place),
  );
  expect(results.map((each) => each["attributeStatus"])).toEqual([
    "Accepted",
    "UnknownComponent",
    "Rejected",
  ]);
});

test("nothing is set before all of it could be read, and no more than it takes (B05.FR.11)", () => {
  const d = booted();
  const good = { ...place("OCPPCommCtrlr.HeartbeatInterval"), attributeValue: "30" };
  for (const bad of [
    { ...good, attributeValue: 5 },
    { ...good, component: {} },
    { ...good, attributeType: "Some" },
  ]) {
    expect(d.ask("SetVariables", { setVariableData: [good, bad] })).toEqual({ code: "ProtocolError" });
  }
  expect(d.ask("SetVariables", { setVariableData: Array.from({ length: 51 }, () => good) })).toEqual({
    code: "OccurrenceConstraintViolation",
  });
  expect(get(d, place("OCPPCommCtrlr.HeartbeatInterval"))).toEqual(["Accepted", "300"]);
});

test("a changed interval is in force at once", () => {
  const d = booted();
  set(d, "OCPPCommCtrlr.HeartbeatInterval", "10");
  d.clear().wait(25);
  expect(d.heard(words)).toEqual(["Heartbeat", "Heartbeat"]);
});

test("the station keeps what the CSMS sets, under the setting's own name, and nothing else", () => {
  const d = booted();
  set(d, "ocppcommctrlr.HEARTBEATINTERVAL", "30");
  set(d, "OCPPCommCtrlr.NetworkConfigurationPriority", "1");
  set(d, "OCPPCommCtrlr.HeartbeatInterval", "often");
  expect(d.commands.filter(({ kind }) => kind === "keep-setting")).toEqual([
    { kind: "keep-setting", name: "OCPPCommCtrlr.HeartbeatInterval", value: "30" },
    { kind: "keep-setting", name: "OCPPCommCtrlr.NetworkConfigurationPriority", value: "1" },
  ]);
});
