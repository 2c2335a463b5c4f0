import { expect, test } from "vitest";
import { isObject } from "../../payload/read.ts";
import { twoConnectors } from "../testing.ts";
import { accepted, booted, charging, here, token, words } from "../../v16/testing.ts";

test("cable first: Preparing, Authorize, StartTransaction, Charging (TC_003)", () => {
  const d = booted()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Status 1 Preparing",
    "Authorize",
    "Start 1 VALID-TOKEN",
    "Status 1 Charging",
  ]);
});

test("token first: Authorize, Preparing, StartTransaction, Charging (TC_004_1)", () => {
  const d = booted()
    .do({ kind: "present-token", token })
    .do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual([
    "Authorize",
    "Status 1 Preparing",
    "Start 1 VALID-TOKEN",
    "Status 1 Charging",
  ]);
});

test("token without cable is forgotten after ConnectionTimeOut (TC_004_2)", () => {
  const d = booted({ settings: { ConnectionTimeOut: "20" } })
    .do({ kind: "present-token", token })
    .wait(21);
  expect(d.heard(words)).toEqual(["Authorize", "Status 1 Preparing", "Status 1 Available"]);
  d.clear().do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Preparing"]);
});

test("cable pulled at the EV: SuspendedEV, StopTransaction EVDisconnected, Finishing, Available (TC_005_1)", () => {
  const d = charging().do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual([
    "Status 1 SuspendedEV",
    "Stop 1 EVDisconnected",
    "Status 1 Finishing",
    "Status 1 Available",
  ]);
});

test("with StopTransactionOnEVSideDisconnect off the transaction outlives the cable", () => {
  const d = charging({ settings: { StopTransactionOnEVSideDisconnect: "false" } });
  d.do({ kind: "unplug", ...here })
    .wait(10)
    .do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual(["Status 1 SuspendedEV", "Status 1 Preparing", "Status 1 Charging"]);
  d.clear().do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Stop 1 Local", "Status 1 Finishing"]);
});

test.each(["Invalid", "Expired", "Blocked"])("a token that is %s starts nothing (TC_023)", (status) => {
  const d = booted({ answers: { Authorize: { idTagInfo: { status } } } });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Status 1 Preparing", "Authorize"]);
  expect(d.notices()).toEqual([`Token VALID-TOKEN is refused: ${status}.`]);
});

test("the token that started also stops, without being checked again", () => {
  const d = charging().do({ kind: "present-token", token: { ...token, idToken: "valid-token" } });
  d.do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Stop 1 Local", "Status 1 Finishing", "Status 1 Available"]);
  expect(d.said[0]?.payload["idTag"]).toBe("valid-token");
});

test("a token of the same parent stops, another one does not", () => {
  const parents: Record<string, string> = { A: "FAMILY", B: "FAMILY", C: "OTHERS" };
  const info = (idTag: unknown) => ({ idTagInfo: { ...accepted, parentIdTag: parents[String(idTag)] } });
  const answers = {
    Authorize: (payload: Record<string, unknown>) => info(payload["idTag"]),
    StartTransaction: { transactionId: 7, idTagInfo: accepted },
  };
  const d = booted({ answers }).do({ kind: "plug-in", ...here });
  d.do({ kind: "present-token", token: { ...token, idToken: "A" } }).clear();
  d.do({ kind: "present-token", token: { ...token, idToken: "C" } });
  expect(d.heard(words)).toEqual(["Authorize"]);
  d.clear().do({ kind: "present-token", token: { ...token, idToken: "B" } });
  expect(d.heard(words)).toEqual(["Authorize", "Stop 7 Local", "Status 1 Finishing"]);
});

test("a token found invalid at the start stops the transaction (StopTransactionOnInvalidId)", () => {
  const refused = { transactionId: 7, idTagInfo: { status: "Blocked" } };
  const d = booted({ answers: { StartTransaction: refused } });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "Status 1 Preparing",
    "Authorize",
    "Start 1 VALID-TOKEN",
    "Status 1 Charging",
    "Stop 7 DeAuthorized",
    "Status 1 Finishing",
  ]);
});

test("or only the energy, if so configured", () => {
  const refused = { transactionId: 7, idTagInfo: { status: "Blocked" } };
  const settings = { StopTransactionOnInvalidId: "false" };
  const d = booted({ answers: { StartTransaction: refused }, settings });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  expect(d.heard(words).slice(3)).toEqual(["Status 1 Charging", "Status 1 SuspendedEVSE"]);
  d.clear().do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Available", "Stop 7 EVDisconnected"]);
});

test("meter values come at the interval, and the register agrees with start and stop", () => {
  const d = charging({ settings: { MeterValueSampleInterval: "30" } });
  d.wait(95).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual([
    "MeterValues 1 1",
    "MeterValues 1 1",
    "MeterValues 1 1",
    "Stop 1 Local",
    "Status 1 Finishing",
  ]);
  const registers = d.said.slice(0, 3).map(({ payload }) => registerOf(payload["meterValue"]));
  expect(registers).toEqual([...registers].sort((a, b) => a - b));
  expect(d.said[3]?.payload["meterStop"]).toBeGreaterThan(registers[2] ?? Infinity);
  // 11 kW for 95 s are 290 Wh, less what the ramp takes.
  const first = d.said[3]?.payload["meterStop"];
  expect(Number(first) - (registers[0] ?? 0)).toBeGreaterThan(150);
});

test("the EV pauses and goes on", () => {
  const d = charging()
    .do({ kind: "ev-suspend", ...here })
    .do({ kind: "ev-resume", ...here });
  expect(d.heard(words)).toEqual(["Status 1 SuspendedEV", "Status 1 Charging"]);
});

test("a full battery suspends by itself", () => {
  const d = booted({ settings: { MeterValueSampleInterval: "0" } });
  d.do({ kind: "plug-in", ...here, ev: { soc: 95, capacity: 10_000 } }).do({ kind: "present-token", token });
  d.clear().wait(3600);
  expect(d.heard(words).filter((each) => each !== "Heartbeat")).toEqual(["Status 1 SuspendedEV"]);
  expect(d.station.snapshot(d.now).connectors[0]).toMatchObject({ soc: 100, power: 0 });
});

test("a fault ends the transaction", () => {
  const d = charging().do({ kind: "fault", ...here, errorCode: "GroundFailure" });
  expect(d.heard(words)).toEqual(["Status 1 Faulted", "Stop 1 Other"]);
  expect(d.said[0]?.payload["errorCode"]).toBe("GroundFailure");
  d.clear().do({ kind: "clear-fault", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Finishing"]);
});

test("connectors do not disturb each other", () => {
  const d = booted({ description: twoConnectors });
  const there = { evse: 2, connector: 1 };
  const other = { ...token, idToken: "OTHER" };
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
  d.do({ kind: "plug-in", ...there }).do({ kind: "present-token", token: other });
  expect(d.heard(words)).toEqual([
    "Status 1 Preparing",
    "Authorize",
    "Start 1 VALID-TOKEN",
    "Status 1 Charging",
    "Status 2 Preparing",
    "Authorize",
    "Start 2 OTHER",
    "Status 2 Charging",
  ]);
  d.clear().do({ kind: "unplug", ...here });
  expect(d.heard(words)).toContain("Stop 1 EVDisconnected");
  expect(d.station.snapshot(d.now).connectors[1]).toMatchObject({ status: "Charging" });
});

function registerOf(meterValue: unknown): number {
  const [reading] = Array.isArray(meterValue) ? (meterValue as unknown[]) : [];
  const values = isObject(reading) && Array.isArray(reading["sampledValue"]) ? reading["sampledValue"] : [];
  const [first] = values as unknown[];
  return isObject(first) ? Number(first["value"]) : NaN;
}
