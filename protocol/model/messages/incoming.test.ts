import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";

test.each([
  ["GetVariables", "NotImplemented"],
  ["toString", "NotImplemented"],
  ["Heartbeat", "NotSupported"],
  ["GetLocalListVersion", "NotSupported"],
])("1.6: %s is %s (1.6 J §4.2.3)", (action, code) => {
  expect(v16.booted().ask(action, {})).toEqual({ code });
});

test.each([
  ["RemoteStartTransaction", "NotImplemented"],
  ["constructor", "NotImplemented"],
  ["SetDisplayMessage", "NotSupported"],
])("2.0.1: %s is %s (Part 4 §4.3)", (action, code) => {
  expect(v201.booted().ask(action, {})).toEqual({ code });
});

test.each([
  ["RemoteStartTransaction", { idTag: 5 }],
  ["RemoteStopTransaction", { transactionId: "1" }],
  ["ChangeAvailability", { connectorId: 1, type: "Sometimes" }],
  ["ChangeConfiguration", { key: "HeartbeatInterval", value: 5 }],
  ["Reset", { type: "Gently" }],
  ["UnlockConnector", { connectorId: 1.5 }],
  ["DataTransfer", {}],
])("1.6, validation off: %s %o is a ProtocolError, and nothing happens", (action, payload) => {
  const d = v16.charging();
  expect(d.ask(action, payload)).toEqual({ code: "ProtocolError" });
  expect([d.said, d.commands.length]).toEqual([[], 1]);
});

test.each([
  ["RequestStartTransaction", { idToken: "APP" }],
  ["RequestStopTransaction", {}],
  ["ChangeAvailability", { operationalStatus: true }],
  ["GetBaseReport", { reportBase: "FullInventory" }],
  ["Reset", { type: "Hard" }],
  ["UnlockConnector", { evseId: 1 }],
  ["DataTransfer", { vendorId: null }],
])("2.0.1, validation off: %s %o", (action, payload) => {
  const d = v201.charging();
  expect(d.ask(action, payload)).toEqual({ code: "ProtocolError" });
  expect([d.said, d.commands.length]).toEqual([[], 1]);
});

test.each([
  ["1.6 (1.6 C §4.3)", v16.booted],
  ["2.0.1 (P01.FR.05)", v201.booted],
])("no vendor is known: %s", (_, booted) => {
  expect(booted().ask("DataTransfer", { vendorId: "com.example" })).toEqual({
    payload: { status: "UnknownVendorId" },
  });
});

test.each([
  ["1.6", v16.dialogue],
  ["2.0.1 (B01.FR.10)", v201.dialogue],
])("before the boot was answered nothing is obeyed: %s", (_, dialogue) => {
  const d = dialogue();
  d.withheld.add("BootNotification");
  d.do({ kind: "power-on" });
  expect(d.ask("ClearCache", {})).toEqual({ code: "SecurityError" });
});

test("a CALL that only asks does not touch what is kept; one that leads to something does", () => {
  const d = v16.booted();
  d.ask("GetConfiguration", {});
  expect(d.station.touched()).toBe(false);
  d.ask("ClearCache", {});
  expect(d.station.touched()).toBe(true);
});
