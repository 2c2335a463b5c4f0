import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { accepted, booted, charging, here, token, words } from "../../v201/testing.ts";

const blocked = { idTokenInfo: { status: "Blocked" } };
const blockedWhenAsked = {
  TransactionEvent: (event: object) => ("idToken" in event ? blocked : {}),
};

describe("1.6: the CSMS finds the token invalid at the start (1.6 C §4.8, CE §3.17)", () => {
  const answers = { StartTransaction: { transactionId: 7, idTagInfo: { status: "Blocked" } } };

  test("the transaction stops (StopTransactionOnInvalidId)", () => {
    const d = v16.booted({ answers }).do({ kind: "plug-in", ...here });
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual([
      "Authorize",
      "Start 1 VALID-TOKEN",
      "Status 1 Charging",
      "Stop 7 DeAuthorized",
      "Status 1 Finishing",
    ]);
  });

  test("or only the energy, if so configured", () => {
    const settings = { StopTransactionOnInvalidId: "false" };
    const d = v16.booted({ answers, settings });
    d.do({ kind: "plug-in", ...here })
      .clear()
      .do({ kind: "present-token", token });
    expect(d.heard(v16.words).slice(2)).toEqual(["Status 1 Charging", "Status 1 SuspendedEVSE"]);
    d.clear().do({ kind: "unplug", ...here });
    expect(d.heard(v16.words)).toEqual(["Status 1 Available", "Stop 7 EVDisconnected"]);
  });
});

describe("2.0.1: the same", () => {
  test("it ends (TC_E_16, E05.FR.10)", () => {
    const d = booted({ answers: { TransactionEvent: blocked } });
    d.do({ kind: "present-token", token }).do({ kind: "plug-in", ...here });
    expect(d.heard(words).slice(0, 3)).toEqual([
      "Authorize",
      "Started Authorized Idle +token",
      "Ended Deauthorized Idle DeAuthorized",
    ]);
  });

  test("with StopTxOnInvalidId off only the energy stops (E05.FR.02)", () => {
    const settings = { "TxCtrlr.StopTxOnInvalidId": "false" };
    const d = booted({ answers: blockedWhenAsked, settings }).do({ kind: "plug-in", ...here });
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(words)).toEqual([
      "Authorize",
      "Updated Authorized EVConnected +token",
      "Updated ChargingStateChanged Charging",
      "Updated ChargingStateChanged SuspendedEVSE",
    ]);
  });

  test("with MaxEnergyOnInvalidId some energy still flows (E05.FR.03)", () => {
    const settings = { "TxCtrlr.StopTxOnInvalidId": "false", "TxCtrlr.MaxEnergyOnInvalidId": "300" };
    const d = booted({ answers: blockedWhenAsked, settings }).do({ kind: "plug-in", ...here });
    d.do({ kind: "present-token", token }).clear().wait(130);
    expect(d.heard(words)).toEqual([
      "Updated MeterValuePeriodic Charging",
      "Updated MeterValuePeriodic Charging",
      "Updated ChargingStateChanged SuspendedEVSE",
    ]);
  });

  test("it is remembered: the token is refused when the CSMS cannot be asked (C10.FR.05)", () => {
    const d = charging({ answers: blockedWhenAsked }).do({ kind: "unplug", ...here });
    d.clear().do({ kind: "drop-link" }).do({ kind: "present-token", token });
    expect(d.notices()).toEqual(["Token VALID-TOKEN is refused: the CSMS cannot be asked."]);
  });
});

test("what the answer says of another token than the transaction's concerns only that one", () => {
  const groupIdToken = { idToken: "FLEET", type: "Central" };
  const info = { idTokenInfo: { ...accepted.idTokenInfo, groupIdToken } };
  const settings = { "TxCtrlr.TxStopPoint": "EVConnected" };
  const answers = {
    Authorize: info,
    TransactionEvent: (event: object) =>
      JSON.stringify(event).includes("COLLEAGUE") ? blocked : "idToken" in event ? info : {},
  };
  const d = charging({ answers, settings });
  d.do({ kind: "present-token", token: { ...token, idToken: "COLLEAGUE" } });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Updated StopAuthorized Charging +token",
    "Updated ChargingStateChanged EVConnected",
  ]);
});

test("1.6: an answer without id is told to the operator; values and stop say -1 (1.6 CE §3.18)", () => {
  const d = v16.booted({ answers: { StartTransaction: { idTagInfo: { status: "Accepted" } } } });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  expect(d.notices()).toEqual(["The CSMS gave no transaction id."]);
  d.clear().wait(60).do({ kind: "present-token", token });
  expect(d.heard(v16.words)).toEqual(["MeterValues 1 -1", "Stop -1 Local", "Status 1 Finishing"]);
});

test.each([0, -5, 2 ** 31 - 1])("1.6: %i is an id like any other (1.6 CE §3.54)", (transactionId) => {
  const d = v16.charging({ answers: { StartTransaction: { transactionId, idTagInfo: v16.accepted } } });
  expect(d.ask("RemoteStopTransaction", { transactionId })).toEqual({ payload: { status: "Accepted" } });
  expect(d.heard(v16.words)[0]).toBe(`Stop ${String(transactionId)} Remote`);
});
