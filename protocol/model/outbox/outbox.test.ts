import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { Outcome } from "../messages/event.ts";
import { twoConnectors } from "../testing.ts";

const { here, token } = v16;
const error: Outcome = { kind: "error", code: "InternalError", description: "", details: {} };

describe("order", () => {
  test("transaction messages wait for the link and keep their order, others are not kept (1.6 C §3.7, §4.9)", () => {
    const d = v16.charging().do({ kind: "drop-link" }).wait(125);
    d.do({ kind: "present-token", token }).do({ kind: "unplug", ...here });
    expect(d.heard(v16.words)).toEqual([]);
    expect(d.station.snapshot(d.now).queued).toBe(3);
    d.do({ kind: "reconnect" });
    expect(d.heard(v16.words)).toEqual([
      "Status 1 Available",
      "MeterValues 1 1",
      "MeterValues 1 1",
      "Stop 1 Local",
    ]);
  });

  test("offline events say so, keep their numbers, and come in order (E04.FR.01-03, E12.FR.01)", () => {
    const d = v201.charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } }).do({ kind: "drop-link" });
    d.wait(5)
      .do({ kind: "present-token", token })
      .do({ kind: "unplug", ...here })
      .wait(5)
      .do({ kind: "reconnect" });
    expect(d.heard(v201.words)).toEqual([
      "Status 1 Available",
      "Updated StopAuthorized Charging +token",
      "Updated ChargingStateChanged EVConnected",
      "Ended EVCommunicationLost Idle EVDisconnected",
    ]);
    const events = d.said.slice(1);
    expect(events.map(({ payload }) => payload["seqNo"])).toEqual([3, 4, 5]);
    expect(events.map(({ payload }) => payload["offline"])).toEqual([true, true, true]);
  });

  test("one CALL at a time: the next goes out when the open one is answered (1.6 J §4.1.1, Part 4 §4.1.1)", () => {
    const d = v16.booted();
    d.withheld.add("DataTransfer");
    d.do({ kind: "craft", action: "DataTransfer", payload: { vendorId: "A" } });
    d.do({ kind: "craft", action: "Heartbeat", payload: {} }).do({ kind: "plug-in", ...here });
    expect(d.heard(v16.words)).toEqual(["DataTransfer"]);
    expect(d.station.snapshot(d.now)).toMatchObject({ queued: 2, awaiting: "DataTransfer" });
    d.release();
    expect(d.heard(v16.words)).toEqual(["DataTransfer", "Heartbeat", "Status 1 Preparing"]);
  });

  test("a stop that was queued before the id was known carries the id", () => {
    const d = v16.booted({ settings: { AllowOfflineTxForUnknownId: "true" } }).do({ kind: "drop-link" });
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token })
      .wait(30)
      .do({ kind: "unplug", ...here })
      .do({ kind: "reconnect" });
    expect(d.heard(v16.words)).toEqual(["Start 1 VALID-TOKEN", "Stop 1 EVDisconnected"]);
  });

  test("what the operator crafts offline is not sent later", () => {
    const d = v16.booted().do({ kind: "drop-link" });
    d.do({ kind: "craft", action: "DataTransfer", payload: { vendorId: "A" } }).do({ kind: "reconnect" });
    expect(d.heard(v16.words)).toEqual([]);
    expect(d.notices()).toEqual(["DataTransfer was not sent: there is no link."]);
  });
});

describe("what fails is tried again", () => {
  const settings16 = { TransactionMessageAttempts: "3", TransactionMessageRetryInterval: "10" };

  test("after waits that grow, others overtake; a stop whose start was given up says -1 (1.6 C §3.7.1, CE §3.18)", () => {
    const d = v16.booted({ settings: settings16, answers: { StartTransaction: error } });
    const begin = d.now;
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token })
      .wait(5);
    d.do({ kind: "present-token", token }).wait(40);
    const start = (at: number) => ({ action: "StartTransaction", at: begin + at * 1000 });
    const starts = d.said.filter(({ action }) => action === "StartTransaction");
    expect(starts).toMatchObject([start(0), start(10), start(30)]);
    expect(d.heard(v16.words).slice(-2)).toEqual(["Start 1 VALID-TOKEN", "Stop -1 Local"]);
    expect(d.notices()).toContain("StartTransaction was given up after 3 attempts.");
  });

  test.each<[string, Outcome]>([
    ["a CALLERROR", error],
    ["no answer in time", { kind: "timeout" }],
    ["an answer that is not valid", { kind: "invalid", text: "idTokenInfo" }],
    ["a message that was refused before it left", { kind: "not-sent", reason: "not valid" }],
  ])("%s counts as an attempt; then the next one has its turn (E13.FR.02-04)", (_, outcome) => {
    const settings = {
      "OCPPCommCtrlr.MessageAttempts[TransactionEvent]": "2",
      "OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]": "7",
    };
    const answers = { TransactionEvent: (event: object) => ("idToken" in event ? outcome : {}) };
    const d = v201.booted({ settings, answers }).do({ kind: "plug-in", ...here });
    const begin = d.now;
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v201.words).slice(1)).toEqual(["Updated Authorized EVConnected +token"]);
    d.clear().wait(10);
    expect(d.said.map((said) => [(said.at - begin) / 1000, v201.words(said)])).toEqual([
      [7, "Updated Authorized EVConnected +token"],
      [7, "Updated ChargingStateChanged Charging"],
    ]);
  });

  test("while the first waits for its retry, those of other transactions wait as well (1.6 C §3.7)", () => {
    const answers = { StartTransaction: error };
    const d = v16.booted({ description: twoConnectors, settings: settings16, answers });
    for (const evse of [1, 2]) {
      d.do({ kind: "plug-in", evse, connector: 1 }).do({ kind: "present-token", token, evse });
    }
    expect(d.heard(v16.words).filter((each) => each.startsWith("Start"))).toEqual(["Start 1 VALID-TOKEN"]);
    d.wait(9);
    expect(d.station.snapshot(d.now).queued).toBe(2);
  });

  test("what was under way when the link broke is sent again, and that is no attempt", () => {
    const d = v16
      .booted({ settings: { TransactionMessageAttempts: "1" } })
      .do({ kind: "plug-in", ...here })
      .clear();
    d.withheld.add("StartTransaction");
    d.do({ kind: "present-token", token });
    for (let time = 0; time < 3; time++) d.cut().wait(10);
    d.withheld.clear();
    d.clear().cut().wait(10);
    expect(d.heard(v16.words)).toEqual(["Start 1 VALID-TOKEN"]);
  });
});
