import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, dialogue, here, token, words } from "../../v201/testing.ts";
import { keptOf } from "../keeping/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };
const later = { payload: { status: "Scheduled" } };
const description = twoConnectors;

const ask16 = (d: Dialogue, connectorId: number, type: string) =>
  d.ask("ChangeAvailability", { connectorId, type });
const ask = (d: Dialogue, operationalStatus: string, evse?: object) =>
  d.ask("ChangeAvailability", { operationalStatus, ...(evse ? { evse } : {}) });
/** What the CSMS is told of the connectors after a boot. */
const statuses = (d: Dialogue) => d.heard(words).filter((each) => each.startsWith("Status"));

describe("at once when idle, after the transaction when not", () => {
  test("1.6 (1.6 C §5.2)", () => {
    const d = v16.charging({ description });
    expect(ask16(d, 2, "Inoperative")).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Status 2 Unavailable"]);
    expect(ask16(d, 1, "Inoperative")).toEqual(later);
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual(["Stop 1 Local", "Status 1 Unavailable"]);
    d.clear();
    expect(ask16(d, 2, "Operative")).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Status 2 Available"]);
    expect(ask16(d, 3, "Operative")).toEqual(no);
    d.clear();
    expect(ask16(d, 0, "Inoperative")).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["Status 0 Unavailable", "Status 2 Unavailable"]);
  });

  test("2.0.1: connector, EVSE, station (G03.FR.04-06, G04.FR.06-07)", () => {
    const d = charging({ description });
    expect(ask(d, "Inoperative", { id: 2, connectorId: 1 })).toEqual(yes);
    expect(ask(d, "Inoperative", { id: 1 })).toEqual(later);
    expect(ask(d, "Inoperative", { id: 3 })).toEqual(no);
    expect(ask(d, "Inoperative", { id: 1, connectorId: 2 })).toEqual(no);
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

  test("the station waits for the last of its transactions (G04.FR.06)", () => {
    const d = charging({ description });
    const other = { ...token, idToken: "OTHER" };
    d.do({ kind: "plug-in", evse: 2, connector: 1 }).do({ kind: "present-token", token: other, evse: 2 });
    expect(ask(d, "Inoperative")).toEqual(later);
    d.clear().do({ kind: "present-token", token, evse: 1 });
    expect(statuses(d)).toEqual([]);
    d.do({ kind: "present-token", token: other, evse: 2 });
    expect(statuses(d)).toEqual(["Status 1 Unavailable", "Status 2 Unavailable"]);
  });

  test("also for one that waits for a cable anywhere (G04.FR.06)", () => {
    const d = booted({ description }).do({ kind: "present-token", token });
    expect(ask(d, "Inoperative")).toEqual(later);
    d.clear().wait(61);
    expect(d.heard(words)).toEqual([
      "Ended EVConnectTimeout Idle Timeout",
      "Status 1 Unavailable",
      "Status 2 Unavailable",
    ]);
  });
});

test("what is so already is Accepted, also during a transaction; a change may be taken back (G03.FR.03)", () => {
  const d = charging({ description });
  expect(ask(d, "Operative", { id: 1 })).toEqual(yes);
  expect(ask(d, "Inoperative", { id: 1 })).toEqual(later);
  expect(ask(d, "Operative", { id: 1 })).toEqual(yes);
  d.clear().do({ kind: "present-token", token });
  expect(statuses(d)).toEqual([]);
});

test("the station operative again, each EVSE is what it was on its own (G03.FR.07, G04.FR.08)", () => {
  const d = booted({ description });
  ask(d, "Inoperative", { id: 2 });
  ask(d, "Inoperative");
  d.clear();
  expect(ask(d, "Operative")).toEqual(yes);
  expect(d.heard(words)).toEqual(["Status 1 Available"]);
});

describe("outlives the loss of power (G03.FR.08, G04.FR.09, 1.6 C §5.2)", () => {
  test("whether it is in force", () => {
    const d = booted({ description });
    ask(d, "Inoperative", { id: 2, connectorId: 1 });
    d.clear().do({ kind: "power-off" }).do({ kind: "power-on" });
    expect(statuses(d)).toEqual(["Status 1 Available", "Status 2 Unavailable"]);
  });

  test.each([
    ["an EVSE's", { id: 1 }, ["Status 1 Unavailable", "Status 2 Available"]],
    ["the station's", undefined, ["Status 1 Unavailable", "Status 2 Unavailable"]],
  ])("or waits for a transaction that the loss of power ends: %s", (_, evse, told) => {
    const d = charging({ description });
    expect(ask(d, "Inoperative", evse)).toEqual(later);
    d.do({ kind: "power-off" }).clear().do({ kind: "power-on" });
    expect(statuses(d)).toEqual(told);
  });

  test("or for one that goes on when the power is back", () => {
    const d = charging({ description, onPowerLoss: "resume-transactions" });
    expect(ask(d, "Inoperative")).toEqual(later);
    d.do({ kind: "power-off" }).clear().do({ kind: "power-on" });
    expect(statuses(d)).toEqual(["Status 1 Occupied", "Status 2 Available"]);
    d.clear().do({ kind: "present-token", token });
    expect(statuses(d)).toEqual(["Status 1 Unavailable", "Status 2 Unavailable"]);
  });

  test("or for one whose EVSE is gone when the process is back, or that had none yet", () => {
    const [first] = description.evses;
    const there = booted({ description }).do({ kind: "plug-in", evse: 2, connector: 1 });
    for (const d of [there, booted({ description }).do({ kind: "present-token", token })]) {
      expect(ask(d, "Inoperative")).toEqual(later);
      const kept = keptOf(d.station, d.now);
      const smaller = { ...description, evses: first ? [first] : [] };
      const after = dialogue({ description: smaller, kept }).do({ kind: "power-on" });
      expect(statuses(after)).toEqual(["Status 1 Unavailable"]);
    }
  });
});
