import { describe, expect, test } from "vitest";
import { object } from "../../payload/read.ts";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };
const app = { idToken: "APP", type: "Central" };
const start = (d: Dialogue, evseId?: number, remoteStartId = 7) =>
  d.ask("RequestStartTransaction", {
    remoteStartId,
    idToken: app,
    ...(evseId === undefined ? {} : { evseId }),
  });
const idOf = (d: Dialogue) => d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "";

describe("remote start", () => {
  test("1.6: answered first, then authorized, then started (1.6 C §5.11)", () => {
    const d = v16
      .booted()
      .do({ kind: "plug-in", ...here })
      .clear();
    expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 1 })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Authorize", "Start 1 APP", "Status 1 Charging"]);
    expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 1 })).toEqual(no);
    expect(d.ask("RemoteStartTransaction", { idTag: "APP", connectorId: 9 })).toEqual(no);
  });

  test("1.6 without AuthorizeRemoteTxRequests: nobody is asked; without connector the one with the cable is taken", () => {
    const d = v16.booted({ description: twoConnectors, settings: { AuthorizeRemoteTxRequests: "false" } });
    d.do({ kind: "plug-in", evse: 2, connector: 1 }).clear();
    expect(d.ask("RemoteStartTransaction", { idTag: "APP" })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Start 2 APP", "Status 2 Charging"]);
  });

  test("after the cable it names the running transaction and its remoteStartId (F01.FR.13, F01.FR.25)", () => {
    const d = booted().do({ kind: "plug-in", ...here });
    const transactionId = idOf(d);
    d.clear();
    expect(start(d, 1)).toEqual({ payload: { status: "Accepted", transactionId } });
    expect(d.heard(words)).toEqual([
      "Authorize",
      "Updated RemoteStart EVConnected +token",
      "Updated ChargingStateChanged Charging",
    ]);
    expect(d.said.map(({ payload }) => object(payload, "transactionInfo")?.["remoteStartId"])).toEqual([
      undefined,
      7,
      undefined,
    ]);
    expect(start(d, 1, 8)).toEqual(no);
  });

  test("before the cable, nobody asked (F02)", () => {
    const d = booted({ settings: { "AuthCtrlr.AuthorizeRemoteStart": "false" } });
    expect(start(d, 1)).toEqual(yes);
    d.do({ kind: "plug-in", ...here });
    expect(d.heard(words)).toEqual([
      "Started RemoteStart Idle +token",
      "Status 1 Occupied",
      "Updated CablePluggedIn EVConnected +evse",
      "Updated ChargingStateChanged Charging",
    ]);
  });

  test("with a later start point the first message says RemoteStart all the same (F01.FR.19)", () => {
    const d = booted({ settings: { "TxCtrlr.TxStartPoint": "PowerPathClosed" } });
    expect(start(d, 1)).toEqual(yes);
    d.do({ kind: "plug-in", ...here });
    expect(d.heard(words)[2]).toBe("Started RemoteStart SuspendedEVSE +evse +token");
  });

  test("a token that the CSMS does not accept when asked starts nothing (F01.FR.02)", () => {
    const d = booted({ answers: { Authorize: { idTokenInfo: { status: "Blocked" } } } });
    expect(start(d, 1)).toEqual(yes);
    d.clear().do({ kind: "plug-in", ...here });
    expect(d.heard(words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
  });

  test("an EVSE that is broken, Inoperative or not there cannot be used (F01.FR.23-24)", () => {
    const broken = booted().do({ kind: "fault", ...here });
    const closed = booted();
    closed.ask("ChangeAvailability", { operationalStatus: "Inoperative" });
    for (const d of [broken, closed]) expect([start(d, 1), start(d), start(d, 2)]).toEqual([no, no, no]);
  });
});

describe("remote stop", () => {
  test("1.6: by id (1.6 C §5.12)", () => {
    const d = v16.charging();
    expect(d.ask("RemoteStopTransaction", { transactionId: 99 })).toEqual(no);
    expect(d.ask("RemoteStopTransaction", { transactionId: 1 })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Stop 1 Remote", "Status 1 Finishing"]);
    expect(d.ask("RemoteStopTransaction", { transactionId: 1 })).toEqual(no);
  });

  test("2.0.1 (F03.FR.07-08)", () => {
    const d = charging();
    expect(d.ask("RequestStopTransaction", { transactionId: "other" })).toEqual(no);
    expect(d.ask("RequestStopTransaction", { transactionId: idOf(d) })).toEqual(yes);
    expect(d.heard(words)).toEqual(["Ended RemoteStop EVConnected Remote"]);
  });

  test("2.0.1: one that waits for a cable anywhere", () => {
    const d = booted({ description: twoConnectors }).do({ kind: "present-token", token });
    const transactionId = object(d.said.at(-1)?.payload, "transactionInfo")?.["transactionId"];
    expect(d.clear().ask("RequestStopTransaction", { transactionId })).toEqual(yes);
    expect(d.heard(words)).toEqual(["Ended RemoteStop Idle Remote"]);
  });
});
