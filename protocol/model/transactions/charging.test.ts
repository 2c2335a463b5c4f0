import { expect, test } from "vitest";
import { isObject } from "../../payload/read.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue, Said } from "../testing.ts";
import { accepted, booted, charging, here, token, words } from "../../v201/testing.ts";

test("token first (TC_E_04)", () => {
  const d = booted()
    .do({ kind: "present-token", token })
    .do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Started Authorized Idle +token",
    "Status 1 Occupied",
    "Updated CablePluggedIn EVConnected +evse",
    "Updated ChargingStateChanged Charging",
  ]);
  expect(seqNos(d)).toEqual([0, 1, 2]);
  expect(d.said.at(-1)?.payload["numberOfPhasesUsed"]).toBe(3);
});

test("cable first (TC_E_09, TC_E_03)", () => {
  const d = booted().do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
  d.clear().do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Updated Authorized EVConnected +token",
    "Updated ChargingStateChanged Charging",
  ]);
});

test("start point PowerPathClosed (TC_E_01)", () => {
  const d = booted({ settings: { "TxCtrlr.TxStartPoint": "PowerPathClosed" } });
  d.do({ kind: "present-token", token }).do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Status 1 Occupied",
    "Started ChargingStateChanged SuspendedEVSE +evse +token",
    "Updated ChargingStateChanged Charging",
  ]);
});

test("start point EnergyTransfer (TC_E_02)", () => {
  const d = booted({ settings: { "TxCtrlr.TxStartPoint": "EnergyTransfer" } });
  d.do({ kind: "present-token", token }).do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Status 1 Occupied",
    "Started ChargingStateChanged Charging +evse +token",
  ]);
});

test("stop point Authorized: the token ends it (TC_E_07)", () => {
  const d = charging().do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Ended StopAuthorized EVConnected Local +token"]);
  d.clear().do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Available"]);
});

test("stop point EVConnected: the token ends only the energy (TC_E_14)", () => {
  const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } }).do({
    kind: "present-token",
    token,
  });
  expect(d.heard(words)).toEqual([
    "Updated StopAuthorized Charging +token",
    "Updated ChargingStateChanged EVConnected",
  ]);
  d.clear().do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Available", "Ended EVCommunicationLost Idle EVDisconnected"]);
});

test("stop point EnergyTransfer: token or EV ends it (TC_E_08)", () => {
  const settings = { "TxCtrlr.TxStopPoint": "EnergyTransfer" };
  const d = charging({ settings }).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Updated StopAuthorized Charging +token",
    "Ended ChargingStateChanged EVConnected Local",
  ]);
  const e = charging({ settings }).do({ kind: "ev-suspend", ...here });
  expect(e.heard(words)).toEqual(["Ended ChargingStateChanged SuspendedEV StoppedByEV"]);
});

test("cable pulled at the EV (TC_E_17)", () => {
  const d = charging()
    .do({ kind: "ev-suspend", ...here })
    .clear()
    .do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Ended EVCommunicationLost Idle EVDisconnected", "Status 1 Available"]);
});

test("or the transaction waits for the EV to come back (E10)", () => {
  const settings = { "TxCtrlr.TxStopPoint": "Authorized", "TxCtrlr.StopTxOnEVSideDisconnect": "false" };
  const d = charging({ settings })
    .do({ kind: "unplug", ...here })
    .wait(5)
    .do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Updated EVCommunicationLost Idle",
    "Updated CablePluggedIn EVConnected",
    "Updated ChargingStateChanged Charging",
  ]);
});

test("nobody plugs in (TC_E_39)", () => {
  const settings = { "TxCtrlr.EVConnectionTimeOut": "15" };
  const d = booted({ settings }).do({ kind: "present-token", token }).clear().wait(16);
  expect(d.heard(words)).toEqual(["Ended EVConnectTimeout Idle Timeout"]);
});

test("the CSMS finds the token invalid (TC_E_16, E05.FR.10)", () => {
  const blocked = { idTokenInfo: { status: "Blocked" } };
  const d = booted({ answers: { TransactionEvent: blocked } });
  d.do({ kind: "present-token", token }).do({ kind: "plug-in", ...here });
  expect(d.heard(words).slice(0, 3)).toEqual([
    "Authorize",
    "Started Authorized Idle +token",
    "Ended Deauthorized Idle DeAuthorized",
  ]);
});

test("with StopTxOnInvalidId off it only stops the energy (E05.FR.02)", () => {
  const answers = {
    TransactionEvent: (payload: object) =>
      "idToken" in payload ? { idTokenInfo: { status: "Blocked" } } : {},
  };
  const d = booted({ answers, settings: { "TxCtrlr.StopTxOnInvalidId": "false" } });
  d.do({ kind: "plug-in", ...here })
    .clear()
    .do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Updated Authorized EVConnected +token",
    "Updated ChargingStateChanged Charging",
    "Updated ChargingStateChanged SuspendedEVSE",
  ]);
});

test("with MaxEnergyOnInvalidId some energy still flows (E05.FR.03)", () => {
  const answers = {
    TransactionEvent: (payload: object) =>
      "idToken" in payload ? { idTokenInfo: { status: "Blocked" } } : {},
  };
  const settings = { "TxCtrlr.StopTxOnInvalidId": "false", "TxCtrlr.MaxEnergyOnInvalidId": "300" };
  const d = booted({ answers, settings }).do({ kind: "plug-in", ...here });
  d.do({ kind: "present-token", token }).clear().wait(130);
  expect(d.heard(words)).toEqual([
    "Updated MeterValuePeriodic Charging",
    "Updated MeterValuePeriodic Charging",
    "Updated ChargingStateChanged SuspendedEVSE",
  ]);
});

test.each(["Invalid", "Unknown", "Blocked"])(
  "a token that is %s starts nothing (TC_C_02, TC_C_06)",
  (status) => {
    const d = booted({ answers: { Authorize: { idTokenInfo: { status } } } }).do({
      kind: "present-token",
      token,
    });
    expect(d.heard(words)).toEqual(["Authorize"]);
  },
);

test("first and last register are told in Started and Ended", () => {
  const d = booted()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(30);
  d.do({ kind: "present-token", token });
  const events = d.said.filter(({ action }) => action === "TransactionEvent");
  expect(events.map(contexts)).toEqual([["Transaction.Begin"], [], [], ["Transaction.End"]]);
});

test("where no EVSE was known at the start, the first register comes when energy flows (E03.FR.11)", () => {
  const d = booted({ description: twoConnectors }).do({ kind: "present-token", token });
  d.do({ kind: "plug-in", evse: 2, connector: 1 });
  const events = d.said.filter(({ action }) => action === "TransactionEvent");
  expect(events.map(contexts)).toEqual([[], [], ["Transaction.Begin"]]);
  expect(events[1]?.payload["evse"]).toEqual({ id: 2, connectorId: 1 });
});

test("offline events say so, keep their numbers, and come in order", () => {
  const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } }).do({ kind: "drop-link" });
  d.wait(5)
    .do({ kind: "present-token", token })
    .do({ kind: "unplug", ...here })
    .wait(5);
  d.do({ kind: "reconnect" });
  expect(d.heard(words)).toEqual([
    "Status 1 Available",
    "Updated StopAuthorized Charging +token",
    "Updated ChargingStateChanged EVConnected",
    "Ended EVCommunicationLost Idle EVDisconnected",
  ]);
  expect(seqNos(d)).toEqual([3, 4, 5]);
  expect(d.said.slice(1).every(({ payload }) => payload["offline"] === true)).toBe(true);
});

test("kept back, the end comes first and the rest follows (TC_E_31)", () => {
  const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } });
  const transactionId = d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "";
  d.do({ kind: "drop-link" }).do({ kind: "keep-back", on: true });
  d.do({ kind: "present-token", token })
    .do({ kind: "unplug", ...here })
    .wait(5)
    .do({ kind: "reconnect" });
  expect(d.heard(words)).toEqual(["Status 1 Available", "Ended EVCommunicationLost Idle EVDisconnected"]);
  expect(d.ask("GetTransactionStatus", { transactionId })).toEqual({
    payload: { ongoingIndicator: false, messagesInQueue: true },
  });
  d.do({ kind: "keep-back", on: false });
  expect(seqNos(d)).toEqual([5, 3, 4]);
  expect(d.ask("GetTransactionStatus", { transactionId })).toEqual({
    payload: { ongoingIndicator: false, messagesInQueue: false },
  });
  expect(d.ask("GetTransactionStatus", {})).toEqual({ payload: { messagesInQueue: false } });
});

test("a token of the same group stops it (C09)", () => {
  const groupIdToken = { idToken: "FLEET", type: "Central" };
  const info = { idTokenInfo: { ...accepted.idTokenInfo, groupIdToken } };
  const d = charging({ answers: { Authorize: info } });
  d.do({ kind: "present-token", token: { ...token, idToken: "COLLEAGUE" } });
  expect(d.heard(words)).toEqual(["Authorize", "Ended StopAuthorized EVConnected Local +token"]);
});

test("a fault ends the transaction (E06.FR.16)", () => {
  const d = charging().do({ kind: "fault", ...here, errorCode: "GroundFailure" });
  expect(d.heard(words)).toEqual(["Status 1 Faulted", "Ended AbnormalCondition EVConnected GroundFault"]);
});

test("a power cut ends the transaction when the power is back", () => {
  const d = charging().wait(10).do({ kind: "power-off" }).wait(60).do({ kind: "power-on" });
  expect(d.heard(words)).toEqual([
    "BootNotification",
    "Status 1 Occupied",
    "Ended AbnormalCondition EVConnected PowerLoss",
  ]);
  expect(d.said[2]?.payload["offline"]).toBe(true);
});

test("ids are never used again, and another life has others", () => {
  const ids = new Set<string>();
  for (const start of [1_767_600_000_000, 1_767_600_000_001]) {
    const d = booted({ start });
    for (let round = 0; round < 50; round++) {
      d.do({ kind: "plug-in", ...here });
      ids.add(d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "");
      d.do({ kind: "unplug", ...here });
    }
  }
  expect(ids.size).toBe(100);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

function seqNos(d: Dialogue): unknown[] {
  return d.said.filter(({ action }) => action === "TransactionEvent").map(({ payload }) => payload["seqNo"]);
}

function contexts({ payload }: Said): unknown[] {
  const readings: unknown[] = Array.isArray(payload["meterValue"]) ? payload["meterValue"] : [];
  return readings.map((reading) => {
    const values: unknown = isObject(reading) ? reading["sampledValue"] : undefined;
    const first: unknown = Array.isArray(values) ? values[0] : undefined;
    return isObject(first) ? first["context"] : undefined;
  });
}
