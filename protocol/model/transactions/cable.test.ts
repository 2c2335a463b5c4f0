import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import { oneConnector, twoConnectors } from "../testing.ts";

const { here, token } = v16;

describe("the cable before the token, and after it", () => {
  test.each([
    ["cable first (TC_003)", true, ["Status 1 Preparing", "Authorize"]],
    ["token first (TC_004_1)", false, ["Authorize", "Status 1 Preparing"]],
  ])("1.6, %s", (_, cableFirst, heard) => {
    const d = v16.booted();
    if (cableFirst) d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
    else d.do({ kind: "present-token", token }).do({ kind: "plug-in", ...here });
    expect(d.heard(v16.words)).toEqual([...heard, "Start 1 VALID-TOKEN", "Status 1 Charging"]);
  });

  test("2.0.1, cable first (TC_E_09, TC_E_03, E02)", () => {
    const d = v201.booted().do({ kind: "plug-in", ...here });
    expect(d.heard(v201.words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v201.words)).toEqual([
      "Authorize",
      "Updated Authorized EVConnected +token",
      "Updated ChargingStateChanged Charging",
    ]);
  });

  test("2.0.1, token first (TC_E_04, E03)", () => {
    const d = v201
      .booted()
      .do({ kind: "present-token", token })
      .do({ kind: "plug-in", ...here });
    expect(d.heard(v201.words)).toEqual([
      "Authorize",
      "Started Authorized Idle +token",
      "Status 1 Occupied",
      "Updated CablePluggedIn EVConnected +evse",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});

describe("the cable is pulled at the EV while its driver may charge", () => {
  test("1.6: SuspendedEV, StopTransaction EVDisconnected, Finishing, Available (TC_005_1)", () => {
    const d = v16.charging().do({ kind: "unplug", ...here });
    expect(d.heard(v16.words)).toEqual([
      "Status 1 SuspendedEV",
      "Stop 1 EVDisconnected",
      "Status 1 Finishing",
      "Status 1 Available",
    ]);
  });

  test("1.6, StopTransactionOnEVSideDisconnect off: the transaction outlives the cable", () => {
    const d = v16.charging({ settings: { StopTransactionOnEVSideDisconnect: "false" } });
    d.do({ kind: "unplug", ...here })
      .wait(10)
      .do({ kind: "plug-in", ...here });
    expect(d.heard(v16.words)).toEqual(["Status 1 SuspendedEV", "Status 1 Preparing", "Status 1 Charging"]);
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual(["Stop 1 Local", "Status 1 Finishing"]);
  });

  test("2.0.1, stop point EVConnected (TC_E_17)", () => {
    const d = v201
      .charging()
      .do({ kind: "ev-suspend", ...here })
      .clear()
      .do({ kind: "unplug", ...here });
    expect(d.heard(v201.words)).toEqual([
      "Ended EVCommunicationLost Idle EVDisconnected",
      "Status 1 Available",
    ]);
  });

  test("2.0.1: or the transaction waits for the EV to come back (E10)", () => {
    const settings = { "TxCtrlr.TxStopPoint": "Authorized", "TxCtrlr.StopTxOnEVSideDisconnect": "false" };
    const d = v201
      .charging({ settings })
      .do({ kind: "unplug", ...here })
      .wait(5)
      .do({ kind: "plug-in", ...here });
    expect(d.heard(v201.words)).toEqual([
      "Updated EVCommunicationLost Idle",
      "Updated CablePluggedIn EVConnected",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});

test("connectors do not disturb each other", () => {
  const d = v16.charging({ description: twoConnectors });
  const other = { ...token, idToken: "OTHER" };
  d.do({ kind: "plug-in", evse: 2, connector: 1 }).do({ kind: "present-token", token: other });
  expect(d.heard(v16.words)).toEqual([
    "Status 2 Preparing",
    "Authorize",
    "Start 2 OTHER",
    "Status 2 Charging",
  ]);
  d.clear().do({ kind: "unplug", ...here });
  expect(d.heard(v16.words)).toContain("Stop 1 EVDisconnected");
  expect(d.station.snapshot(d.now).connectors[1]).toMatchObject({ status: "Charging" });
});

test("of two cables at one EVSE the second waits until the first is gone (E01.FR.14)", () => {
  const [type2] = oneConnector.evses[0]?.connectors ?? [];
  const connectors = type2 ? [type2, type2] : [];
  const d = v201.charging({ description: { ...oneConnector, evses: [{ connectors }] } });
  d.do({ kind: "plug-in", evse: 1, connector: 2 });
  expect(d.heard(v201.words)).toEqual(["Status 1 Occupied"]);
  d.clear()
    .do({ kind: "present-token", token })
    .do({ kind: "unplug", ...here });
  expect(d.heard(v201.words)).toEqual([
    "Ended StopAuthorized EVConnected Local +token",
    "Status 1 Available",
    "Started CablePluggedIn EVConnected +evse",
  ]);
  expect(d.said.at(-1)?.payload["evse"]).toEqual({ id: 1, connectorId: 2 });
});
