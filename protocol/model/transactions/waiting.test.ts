import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, token, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";

const there = { evse: 2, connector: 1 };
const other = { ...token, idToken: "OTHER" };
const description = twoConnectors;

test("an authorization for no EVSE in particular goes to the first cable (E03)", () => {
  const d = booted({ description }).do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Authorize", "Started Authorized Idle +token"]);
  d.clear().do({ kind: "plug-in", ...there });
  expect(d.heard(words)).toEqual([
    "Status 2 Occupied",
    "Updated CablePluggedIn EVConnected +evse",
    "Updated ChargingStateChanged Charging",
  ]);
  expect(d.station.snapshot(d.now).connectors.map(({ transaction }) => transaction?.token)).toEqual([
    undefined,
    token,
  ]);
  // The other EVSE has nothing of it.
  d.clear().do({ kind: "plug-in", evse: 1, connector: 1 });
  expect(d.heard(words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
});

test("its energy counts from where the register of that EVSE stands", () => {
  const d = booted({ description }).do({ kind: "present-token", token });
  d.wait(30)
    .do({ kind: "plug-in", ...there })
    .wait(60);
  const { energy } = d.station.snapshot(d.now).connectors[1]?.transaction ?? {};
  // 11 kW for a minute, less what the ramp takes.
  expect(energy).toBeGreaterThan(150);
  expect(energy).toBeLessThan(184);
});

test("1.6 says nothing before the cable, and then where (1.6 C §4.8)", () => {
  const d = v16.booted({ description }).do({ kind: "present-token", token });
  expect(d.heard(v16.words)).toEqual(["Authorize"]);
  d.clear().do({ kind: "plug-in", ...there });
  expect(d.heard(v16.words)).toEqual(["Status 2 Preparing", "Start 2 VALID-TOKEN", "Status 2 Charging"]);
});

test("only one waits at a time", () => {
  const d = booted({ description }).do({ kind: "present-token", token }).clear();
  d.do({ kind: "present-token", token: other });
  expect(d.heard(words)).toEqual(["Authorize"]);
  expect(d.notices()).toEqual(["Token OTHER has to wait: another one waits for a cable."]);
});

test("the same token again takes it back (C01.FR.03)", () => {
  const d = booted({ description }).do({ kind: "present-token", token }).clear();
  d.do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["Ended StopAuthorized Idle Local +token"]);
  d.clear().do({ kind: "plug-in", ...there });
  expect(d.heard(words).at(-1)).toBe("Started CablePluggedIn EVConnected +evse");
});

test("nobody plugs in: it ends, and a later cable is another transaction (E03.FR.05)", () => {
  const settings = { "TxCtrlr.EVConnectionTimeOut": "10" };
  const d = booted({ description, settings }).do({ kind: "present-token", token }).clear().wait(10);
  expect(d.heard(words)).toEqual(["Ended EVConnectTimeout Idle Timeout"]);
  d.clear()
    .do({ kind: "plug-in", ...there })
    .wait(30);
  expect(d.heard(words).at(-1)).toBe("Started CablePluggedIn EVConnected +evse");
});

test("a cable in time stops the clock", () => {
  const settings = { "TxCtrlr.EVConnectionTimeOut": "10", "SampledDataCtrlr.TxUpdatedInterval": "0" };
  const d = booted({ description, settings }).do({ kind: "present-token", token }).wait(9);
  d.do({ kind: "plug-in", ...there })
    .clear()
    .wait(60);
  expect(d.heard(words)).toEqual([]);
});
