import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";
import type { Dialogue } from "../testing.ts";

const start = (point: string) => ({ settings: { "TxCtrlr.TxStartPoint": point } });

describe("the transaction begins at its start point (E01)", () => {
  test.each([
    [
      "EVConnected",
      ["Started CablePluggedIn EVConnected +evse +token", "Updated ChargingStateChanged Charging"],
    ],
    [
      "PowerPathClosed",
      ["Started ChargingStateChanged SuspendedEVSE +evse +token", "Updated ChargingStateChanged Charging"],
    ],
    ["EnergyTransfer", ["Started ChargingStateChanged Charging +evse +token"]],
  ])("%s (TC_E_01, TC_E_02)", (point, events) => {
    const d = booted(start(point)).do({ kind: "present-token", token });
    expect(d.heard(words)).toEqual(["Authorize"]);
    d.clear().do({ kind: "plug-in", ...here });
    expect(d.heard(words)).toEqual(["Status 1 Occupied", ...events]);
  });

  test("Authorized: with the token, the cable is told later", () => {
    const d = booted(start("Authorized")).do({ kind: "plug-in", ...here });
    expect(d.heard(words)).toEqual(["Status 1 Occupied"]);
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(words)).toEqual([
      "Authorize",
      "Started Authorized EVConnected +evse +token",
      "Updated ChargingStateChanged Charging",
    ]);
  });

  test("EnergyTransfer with an EV that takes nothing yet: when it does", () => {
    const d = booted(start("EnergyTransfer")).do({ kind: "plug-in", ...here });
    d.do({ kind: "ev-suspend", ...here })
      .do({ kind: "present-token", token })
      .clear();
    d.wait(30).do({ kind: "ev-resume", ...here });
    expect(d.heard(words)).toEqual(["Started ChargingStateChanged Charging +evse +token"]);
  });
});

const stops: { [way: string]: (d: Dialogue) => Dialogue } = {
  token: (d) => d.do({ kind: "present-token", token }),
  cable: (d) => d.do({ kind: "unplug", ...here }),
  ev: (d) => d.do({ kind: "ev-suspend", ...here }),
};

describe("it ends at its stop point (E06.FR.02-07)", () => {
  const cableAtEv = "Ended EVCommunicationLost Idle EVDisconnected";
  test.each([
    ["Authorized", "token", ["Ended StopAuthorized EVConnected Local +token"]],
    ["Authorized", "cable", [cableAtEv]],
    ["Authorized", "ev", ["Updated ChargingStateChanged SuspendedEV"]],
    ["PowerPathClosed", "token", ["Ended StopAuthorized EVConnected Local +token"]],
    ["PowerPathClosed", "cable", [cableAtEv]],
    ["PowerPathClosed", "ev", ["Updated ChargingStateChanged SuspendedEV"]],
    [
      "EVConnected",
      "token",
      ["Updated StopAuthorized Charging +token", "Updated ChargingStateChanged EVConnected"],
    ],
    ["EVConnected", "cable", [cableAtEv]],
    ["EVConnected", "ev", ["Updated ChargingStateChanged SuspendedEV"]],
    [
      "EnergyTransfer",
      "token",
      ["Updated StopAuthorized Charging +token", "Ended ChargingStateChanged EVConnected Local"],
    ],
    ["EnergyTransfer", "ev", ["Ended ChargingStateChanged SuspendedEV StoppedByEV"]],
  ])("%s, by %s (TC_E_07, TC_E_08, TC_E_14, TC_E_17)", (point, way, events) => {
    const d = charging({ settings: { "TxCtrlr.TxStopPoint": point } });
    stops[way]?.(d);
    expect(d.heard(words).filter((each) => !each.startsWith("Status"))).toEqual(events);
  });

  test("with EVConnected the token ends only the energy, the cable then the transaction (TC_E_14, E06.FR.02)", () => {
    const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } });
    d.do({ kind: "present-token", token }).clear().wait(120);
    expect(d.station.snapshot(d.now).connectors[0]?.power).toBe(0);
    d.do({ kind: "unplug", ...here });
    expect(d.heard(words).slice(-2)).toEqual([
      "Status 1 Available",
      "Ended EVCommunicationLost Idle EVDisconnected",
    ]);
  });

  test("a new token takes the transaction up again that the first left open", () => {
    const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } });
    d.do({ kind: "present-token", token }).clear();
    d.do({ kind: "present-token", token: { ...token, idToken: "NEXT" } });
    expect(d.heard(words)).toEqual([
      "Authorize",
      "Updated Authorized EVConnected +token",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});

describe("the EV", () => {
  test("pauses and goes on", () => {
    const d = v16
      .charging()
      .do({ kind: "ev-suspend", ...here })
      .do({ kind: "ev-resume", ...here });
    expect(d.heard(v16.words)).toEqual(["Status 1 SuspendedEV", "Status 1 Charging"]);
  });

  test("suspends by itself when its battery is full", () => {
    const d = v16.booted({ settings: { MeterValueSampleInterval: "0" } });
    d.do({ kind: "plug-in", ...here, ev: { soc: 95, capacity: 10_000 } }).do({
      kind: "present-token",
      token,
    });
    d.clear().wait(3600);
    expect(d.heard(v16.words).filter((each) => each !== "Heartbeat")).toEqual(["Status 1 SuspendedEV"]);
    expect(d.station.snapshot(d.now).connectors[0]).toMatchObject({ soc: 100, power: 0 });
  });
});

describe("nobody plugs in", () => {
  test("1.6: forgotten after ConnectionTimeOut (TC_004_2)", () => {
    const d = v16.booted({ settings: { ConnectionTimeOut: "20" } });
    d.do({ kind: "present-token", token }).wait(21);
    expect(d.heard(v16.words)).toEqual(["Authorize", "Status 1 Preparing", "Status 1 Available"]);
    d.clear().do({ kind: "plug-in", ...here });
    expect(d.heard(v16.words)).toEqual(["Status 1 Preparing"]);
  });

  test("2.0.1: the transaction ends after EVConnectionTimeOut (TC_E_39, E03.FR.05)", () => {
    const d = booted({ settings: { "TxCtrlr.EVConnectionTimeOut": "15" } });
    d.do({ kind: "present-token", token }).clear().wait(14);
    expect(d.heard(words)).toEqual([]);
    d.wait(1);
    expect(d.heard(words)).toEqual(["Ended EVConnectTimeout Idle Timeout"]);
  });
});
