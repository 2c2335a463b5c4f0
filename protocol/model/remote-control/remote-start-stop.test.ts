import { expect, test } from "vitest";
import { twoConnectors } from "../testing.ts";
import { booted, charging, dialogue, here, token, words } from "../../v16/testing.ts";

const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };

test("remote start is answered first, then authorized, then started", () => {
  const d = booted()
    .do({ kind: "plug-in", ...here })
    .clear();
  expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 1 })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Authorize", "Start 1 APP", "Status 1 Charging"]);
  expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 1 })).toEqual(no);
  expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 9 })).toEqual(no);
});

test("without AuthorizeRemoteTxRequests nobody is asked; without connector the one with the cable is taken", () => {
  const d = booted({ description: twoConnectors, settings: { AuthorizeRemoteTxRequests: "false" } });
  d.do({ kind: "plug-in", evse: 2, connector: 1 }).clear();
  expect(d.ask("RemoteStartTransaction", { idTag: "APP" })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Start 2 APP", "Status 2 Charging"]);
});

test("remote stop by id", () => {
  const d = charging();
  expect(d.ask("RemoteStopTransaction", { transactionId: 99 })).toEqual(no);
  expect(d.ask("RemoteStopTransaction", { transactionId: 1 })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Stop 1 Remote", "Status 1 Finishing"]);
});

test.each([
  ["Hard", "HardReset"],
  ["Soft", "SoftReset"],
])("%s reset: reply, stop, close, boot", (type, reason) => {
  const d = charging();
  expect(d.ask("Reset", { type })).toEqual(yes);
  expect(d.heard(words)).toEqual([`Stop 1 ${reason}`]);
  expect(d.commands.at(0)?.kind).toBe("reply");
  expect(d.commands).toContainEqual(expect.objectContaining({ kind: "disconnect" }));
  d.clear().wait(5);
  expect(d.heard(words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Finishing"]);
});

test("availability: at once when idle, after the transaction when not", () => {
  const d = charging({ description: twoConnectors });
  const idle = { connectorId: 2, type: "Inoperative" };
  expect(d.ask("ChangeAvailability", idle)).toEqual(yes);
  expect(d.heard(words)).toEqual(["Status 2 Unavailable"]);
  expect(d.ask("ChangeAvailability", { connectorId: 1, type: "Inoperative" })).toEqual({
    payload: { status: "Scheduled" },
  });
  d.clear().do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Stop 1 Local", "Status 1 Unavailable"]);
  d.clear();
  expect(d.ask("ChangeAvailability", { connectorId: 2, type: "Operative" })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Status 2 Available"]);
  expect(d.ask("ChangeAvailability", { connectorId: 3, type: "Operative" })).toEqual(no);
  d.clear();
  expect(d.ask("ChangeAvailability", { connectorId: 0, type: "Inoperative" })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Status 0 Unavailable", "Status 2 Unavailable"]);
});

test("unlocking ends the transaction", () => {
  const d = charging();
  expect(d.ask("UnlockConnector", { connectorId: 5 })).toEqual({ payload: { status: "NotSupported" } });
  expect(d.ask("UnlockConnector", { connectorId: 1 })).toEqual({ payload: { status: "Unlocked" } });
  expect(d.heard(words)).toEqual(["Stop 1 UnlockCommand", "Status 1 Finishing"]);
});

test.each([
  ["Heartbeat", ["Heartbeat"]],
  ["StatusNotification", ["Status 0 Available", "Status 1 Charging"]],
  ["MeterValues", ["MeterValues 1 1"]],
  ["FirmwareStatusNotification", ["FirmwareStatusNotification"]],
  ["DiagnosticsStatusNotification", ["DiagnosticsStatusNotification"]],
])("TriggerMessage %s", (requestedMessage, heard) => {
  const d = charging();
  expect(d.ask("TriggerMessage", { requestedMessage })).toEqual(yes);
  expect(d.heard(words)).toEqual(heard);
});

test("TriggerMessage refuses a boot once accepted, and what it cannot say", () => {
  const d = booted();
  expect(d.ask("TriggerMessage", { requestedMessage: "BootNotification" })).toEqual(no);
  expect(d.ask("TriggerMessage", { requestedMessage: "Heartbeat", connectorId: 9 })).toEqual(no);
  const unknown = { requestedMessage: "SignChargePointCertificate" };
  expect(d.ask("ExtendedTriggerMessage", unknown)).toEqual({ payload: { status: "NotImplemented" } });
});

test("configuration: read, change, refuse", () => {
  const d = booted();
  const change = (key: string, value: string) => d.ask("ChangeConfiguration", { key, value });
  expect(change("heartbeatinterval", "7")).toEqual(yes);
  expect(change("HeartbeatInterval", "soon")).toEqual(no);
  expect(change("HeartbeatInterval", "-1")).toEqual(no);
  expect(change("NumberOfConnectors", "4")).toEqual(no);
  expect(change("__proto__", "4")).toEqual({ payload: { status: "NotSupported" } });
  expect(change("MeterValuesSampledData", "Voltage, SoC")).toEqual(yes);
  expect(change("MeterValuesSampledData", "Happiness")).toEqual(no);
  expect(d.ask("GetConfiguration", { key: ["HeartbeatInterval", "Nope", "AuthorizationKey"] })).toEqual({
    payload: {
      configurationKey: [
        { key: "HeartbeatInterval", readonly: false, value: "7" },
        { key: "AuthorizationKey", readonly: false },
      ],
      unknownKey: ["Nope"],
    },
  });
  const all = d.ask("GetConfiguration", {});
  expect(JSON.stringify(all)).toContain("SupportedFeatureProfiles");
  d.clear().wait(15);
  expect(d.heard(words)).toEqual(["Heartbeat", "Heartbeat"]);
});

test("a new AuthorizationKey makes the station log in anew with it", () => {
  const d = booted();
  expect(d.station.password()).toBeNull();
  expect(d.ask("ChangeConfiguration", { key: "AuthorizationKey", value: "0123456789abcdef" })).toEqual(yes);
  expect(d.commands).toContainEqual(expect.objectContaining({ kind: "disconnect" }));
  expect(d.station.password()).toBe("0123456789abcdef");
  d.wait(2);
  expect(d.station.snapshot(d.now)).toMatchObject({ online: true, boot: "Accepted" });
});

test("a cleared cache knows nobody", () => {
  const d = charging().do({ kind: "unplug", ...here });
  expect(d.ask("ClearCache", {})).toEqual(yes);
  d.clear().do({ kind: "drop-link" }).do({ kind: "present-token", token });
  expect(d.notices()).toEqual(["Token VALID-TOKEN is refused: the CSMS cannot be asked."]);
  const without = booted({ settings: { AuthorizationCacheEnabled: "false" } });
  expect(without.ask("ClearCache", {})).toEqual(no);
});

test("with LocalPreAuthorize a known token is not asked about again (TC_007)", () => {
  const d = booted({ settings: { LocalPreAuthorize: "true" } });
  d.do({ kind: "present-token", token }).do({ kind: "present-token", token }).clear();
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Status 1 Preparing", "Start 1 VALID-TOKEN", "Status 1 Charging"]);
});

test("no vendor is known, and neither are foreign actions", () => {
  const d = booted();
  expect(d.ask("DataTransfer", { vendorId: "com.example" })).toEqual({
    payload: { status: "UnknownVendorId" },
  });
  expect(d.ask("GetVariables", {})).toEqual({ code: "NotImplemented" });
  expect(d.ask("toString", {})).toEqual({ code: "NotImplemented" });
  expect(d.ask("GetLocalListVersion", {})).toEqual({ code: "NotSupported" });
  expect(d.ask("RemoteStartTransaction", { idTag: 5 })).toEqual({ code: "ProtocolError" });
});

test("before the boot was answered nothing is obeyed", () => {
  const d = dialogue();
  d.withheld.add("BootNotification");
  d.do({ kind: "power-on" });
  expect(d.ask("GetConfiguration", {})).toEqual({ code: "SecurityError" });
});

test("clock-aligned values go out for every connector", () => {
  const settings = { ClockAlignedDataInterval: "900", MeterValueSampleInterval: "0" };
  const d = booted({ description: twoConnectors, settings });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token, evse: 1 });
  d.clear().wait(900);
  const aligned = d.said.filter(({ at, action }) => at === d.now && action === "MeterValues");
  expect(aligned.map(words)).toEqual(["MeterValues 1 1", "MeterValues 2 undefined"]);
});
