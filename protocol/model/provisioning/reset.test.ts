import { expect, test } from "vitest";
import { isObject } from "../../payload/read.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";

const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };
const app = { idToken: "APP", type: "Central" };

test("remote start after the cable names the running transaction and its remoteStartId (F01)", () => {
  const d = booted().do({ kind: "plug-in", ...here });
  const transactionId = d.station.snapshot(d.now).connectors[0]?.transaction?.id;
  d.clear();
  expect(d.ask("RequestStartTransaction", { remoteStartId: 7, idToken: app, evseId: 1 })).toEqual({
    payload: { status: "Accepted", transactionId },
  });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Updated RemoteStart EVConnected +token",
    "Updated ChargingStateChanged Charging",
  ]);
  expect(d.said.map(({ payload }) => remoteStartId(payload))).toEqual([undefined, 7, undefined]);
  expect(d.ask("RequestStartTransaction", { remoteStartId: 8, idToken: app, evseId: 1 })).toEqual(no);
});

test("remote start before the cable, nobody asked (F02)", () => {
  const d = booted({ settings: { "AuthCtrlr.AuthorizeRemoteStart": "false" } });
  expect(d.ask("RequestStartTransaction", { remoteStartId: 7, idToken: app, evseId: 1 })).toEqual(yes);
  d.do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Started RemoteStart Idle +token",
    "Status 1 Occupied",
    "Updated CablePluggedIn EVConnected +evse",
    "Updated ChargingStateChanged Charging",
  ]);
});

test("remote stop (F03)", () => {
  const d = charging();
  const transactionId = idOf(d);
  expect(d.ask("RequestStopTransaction", { transactionId: "other" })).toEqual(no);
  expect(d.ask("RequestStopTransaction", { transactionId })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Ended RemoteStop EVConnected Remote"]);
});

test("immediate reset: reply, Ended, close, boot with RemoteReset (B12)", () => {
  const d = charging();
  expect(d.ask("Reset", { type: "Immediate" })).toEqual(yes);
  expect(d.heard(words)).toEqual(["Ended ResetCommand EVConnected ImmediateReset"]);
  d.clear().wait(5);
  expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Occupied"]);
  expect(d.said[0]?.payload["reason"]).toBe("RemoteReset");
});

test("a reset waits for the last answer, but not for ever (B12.FR.05)", () => {
  const d = charging();
  d.withheld.add("TransactionEvent");
  d.ask("Reset", { type: "Immediate" });
  d.wait(9);
  expect(d.station.snapshot(d.now).online).toBe(true);
  d.withheld.clear();
  d.clear().wait(5);
  expect(d.heard(words)).toEqual([
    "BootNotification",
    "Status 1 Occupied",
    "Ended ResetCommand EVConnected ImmediateReset",
  ]);
});

test("OnIdle: free EVSEs close, the transaction ends by itself, then the reset (B12.FR.01, B12.FR.03)", () => {
  const d = charging({ description: twoConnectors });
  expect(d.ask("Reset", { type: "OnIdle" })).toEqual({ payload: { status: "Scheduled" } });
  expect(d.heard(words)).toEqual(["Status 2 Unavailable"]);
  d.clear().do({ kind: "present-token", token }).wait(5);
  expect(d.heard(words).slice(0, 1)).toEqual(["Ended StopAuthorized EVConnected Local +token"]);
  expect(d.said.find(({ action }) => action === "BootNotification")?.payload["reason"]).toBe(
    "ScheduledReset",
  );
  expect(d.heard(words).slice(-2)).toEqual(["Status 1 Occupied", "Status 2 Available"]);
});

test("reset of one EVSE keeps link and boot (B11.FR.08)", () => {
  const d = charging();
  expect(d.ask("Reset", { type: "Immediate", evseId: 4 })).toEqual(no);
  expect(d.ask("Reset", { type: "Immediate", evseId: 1 })).toEqual(yes);
  d.wait(5);
  expect(d.heard(words)).toEqual(["Ended ResetCommand EVConnected ImmediateReset"]);
});

test.each([
  ["Heartbeat", {}, "Accepted", ["Heartbeat"]],
  ["StatusNotification", { evse: { id: 1, connectorId: 1 } }, "Accepted", ["Status 1 Occupied"]],
  ["StatusNotification", {}, "Rejected", []],
  ["StatusNotification", { evse: { id: 9, connectorId: 1 } }, "Rejected", []],
  ["MeterValues", { evse: { id: 1 } }, "Accepted", ["MeterValues"]],
  ["TransactionEvent", {}, "Accepted", ["Updated Trigger Charging"]],
  ["LogStatusNotification", {}, "Accepted", ["LogStatusNotification"]],
  ["FirmwareStatusNotification", {}, "Accepted", ["FirmwareStatusNotification"]],
  ["BootNotification", {}, "Rejected", []],
  ["SignV2GCertificate", {}, "NotImplemented", []],
])("TriggerMessage %s %o: %s", (requestedMessage, rest, status, heard) => {
  const d = charging();
  expect(d.ask("TriggerMessage", { requestedMessage, ...rest })).toEqual({ payload: { status } });
  expect(d.heard(words)).toEqual(heard);
});

test("availability of connector, EVSE, station (G03, G04)", () => {
  const d = charging({ description: twoConnectors });
  const ask = (operationalStatus: string, evse?: object) =>
    d.ask("ChangeAvailability", { operationalStatus, ...(evse ? { evse } : {}) });
  expect(ask("Inoperative", { id: 2, connectorId: 1 })).toEqual(yes);
  expect(ask("Inoperative", { id: 1 })).toEqual({ payload: { status: "Scheduled" } });
  expect(ask("Inoperative", { id: 3 })).toEqual(no);
  expect(d.heard(words)).toEqual(["Status 2 Unavailable"]);
  d.clear()
    .do({ kind: "present-token", token })
    .do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Ended StopAuthorized EVConnected Local +token", "Status 1 Unavailable"]);
  d.clear()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  expect(d.heard(words).filter((each) => each.startsWith("Started"))).toEqual([]);
});

test("unlocking does not interrupt (F05.FR.02)", () => {
  const d = charging({ description: twoConnectors });
  const unlock = (evseId: number) => d.ask("UnlockConnector", { evseId, connectorId: 1 });
  expect(unlock(1)).toEqual({ payload: { status: "OngoingAuthorizedTransaction" } });
  expect(unlock(2)).toEqual({ payload: { status: "Unlocked" } });
  expect(unlock(3)).toEqual({ payload: { status: "UnknownConnector" } });
  expect(d.heard(words)).toEqual([]);
});

test("foreign, unsupported and unreadable requests", () => {
  const d = booted();
  expect(d.ask("DataTransfer", { vendorId: "x" })).toEqual({ payload: { status: "UnknownVendorId" } });
  expect(d.ask("RemoteStartTransaction", {})).toEqual({ code: "NotImplemented" });
  expect(d.ask("constructor", {})).toEqual({ code: "NotImplemented" });
  expect(d.ask("SetDisplayMessage", {})).toEqual({ code: "NotSupported" });
  expect(d.ask("RequestStartTransaction", { idToken: "APP" })).toEqual({ code: "ProtocolError" });
  expect(d.ask("ClearCache", {})).toEqual(yes);
});

function idOf(d: Dialogue): string {
  return d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "";
}

function remoteStartId(payload: Record<string, unknown>): unknown {
  const info = payload["transactionInfo"];
  return isObject(info) ? info["remoteStartId"] : undefined;
}
