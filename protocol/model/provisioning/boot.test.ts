import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const { currentTime, here, token } = v16;
const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };

describe("Accepted", () => {
  const answers = { BootNotification: { status: "Accepted", currentTime, interval: 20 } };

  test("1.6: every status, of the station too, then heartbeats (TC_001, 1.6 CE §3.22)", () => {
    const d = v16.dialogue({ description: twoConnectors, answers }).do({ kind: "power-on" }).wait(21);
    expect(d.heard(v16.words)).toEqual([
      "BootNotification",
      "Status 0 Available",
      "Status 1 Available",
      "Status 2 Available",
      "Heartbeat",
    ]);
    expect(d.said[0]?.payload).toEqual({ chargePointVendor: "Vendor", chargePointModel: "Model" });
  });

  test("2.0.1: who it is and why it boots, then every status (TC_B_01, B01.FR.01, B01.FR.03, B01.FR.05)", () => {
    const d = v201.dialogue({ description: twoConnectors, answers }).do({ kind: "power-on" }).wait(21);
    expect(d.heard(v201.words)).toEqual([
      "BootNotification",
      "Status 1 Available",
      "Status 2 Available",
      "Heartbeat",
    ]);
    expect(d.said[0]?.payload).toEqual({
      reason: "PowerUp",
      chargingStation: { vendorName: "Vendor", model: "Model" },
    });
  });

  test("one that the operator crafts is not the station's own: nothing follows from it", () => {
    const d = v201.booted();
    d.do({ kind: "craft", action: "BootNotification", payload: crafted });
    expect(d.heard(v201.words)).toEqual(["BootNotification"]);
  });
});

const crafted = { reason: "Unknown", chargingStation: { vendorName: "V", model: "M" } };

describe("Pending: nothing but the boot and what was asked for", () => {
  const pending = (start: (answers: Dialogue["options"]["answers"]) => Dialogue) => {
    const csms = { status: "Pending" };
    const answers = { BootNotification: () => ({ ...csms, currentTime, interval: 10 }) };
    return { csms, d: start(answers).do({ kind: "power-on" }) };
  };

  test("1.6 (1.6 C §4.2)", () => {
    const { csms, d } = pending((answers) => v16.dialogue({ answers }));
    d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual(["BootNotification"]);
    expect(d.ask("RemoteStartTransaction", { idTag: "A", connectorId: 1 })).toEqual(no);
    const status = { requestedMessage: "StatusNotification", connectorId: 1 };
    expect(d.ask("TriggerMessage", status)).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 1 Preparing"]);
    csms.status = "Accepted";
    d.clear().wait(10);
    expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Preparing"]);
  });

  test("2.0.1: reports as well, and starts are refused (B02.FR.02, B02.FR.04-05)", () => {
    const { csms, d } = pending((answers) => v201.dialogue({ answers }));
    d.do({ kind: "present-token", token });
    expect(d.ask("GetBaseReport", { requestId: 1, reportBase: "SummaryInventory" })).toEqual(yes);
    expect(d.ask("RequestStartTransaction", { remoteStartId: 1, idToken: token, evseId: 1 })).toEqual(no);
    expect(d.ask("TriggerMessage", { requestedMessage: "BootNotification" })).toEqual(yes);
    expect(d.heard(v201.words)).toEqual(["BootNotification", "NotifyReport", "BootNotification"]);
    expect(d.said[2]?.payload["reason"]).toBe("Triggered");
    csms.status = "Accepted";
    d.clear().wait(10);
    expect(d.heard(v201.words)).toEqual(["BootNotification", "Status 1 Available"]);
  });

  test("events of a transaction wait for the acceptance (B02.FR.02)", () => {
    const { csms, d } = pending((answers) =>
      v201.dialogue({ answers, settings: { "AuthCtrlr.OfflineTxForUnknownIdEnabled": "true" } }),
    );
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token })
      .clear()
      .wait(9);
    expect(d.heard(v201.words)).toEqual([]);
    csms.status = "Accepted";
    d.wait(1);
    expect(d.heard(v201.words)).toEqual([
      "BootNotification",
      "Status 1 Occupied",
      "Started CablePluggedIn EVConnected +evse",
      "Updated Authorized EVConnected +token",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});

describe("Rejected: silent until the interval is over, also when the link breaks", () => {
  const answers = { BootNotification: { status: "Rejected", currentTime, interval: 60 } };

  test.each([
    ["1.6 does not even answer (1.6 C §4.2)", v16.dialogue, null],
    ["2.0.1 answers SecurityError (B03.FR.02, B03.FR.08)", v201.dialogue, { code: "SecurityError" }],
  ])("%s", (_, dialogue, reply) => {
    const d = dialogue({ answers }).do({ kind: "power-on" });
    expect(d.ask("TriggerMessage", { requestedMessage: "BootNotification" })).toEqual(reply);
    d.do({ kind: "plug-in", ...here })
      .cut()
      .wait(59);
    expect(d.heard(({ action }) => action)).toEqual(["BootNotification"]);
    d.wait(1);
    expect(d.heard(({ action }) => action)).toEqual(["BootNotification", "BootNotification"]);
  });
});

test.each([
  ["an interval of 0", { status: "Pending", currentTime, interval: 0 }],
  ["no interval", { status: "Pending", currentTime }],
  ["a status that does not exist", { status: "Sure", currentTime, interval: 5 }],
  ["an error", { kind: "error", code: "InternalError", description: "", details: {} }],
  ["no answer", { kind: "timeout" }],
] as const)("%s: the station chooses when to try again (1.6 C §4.2, B02.FR.04)", (_, BootNotification) => {
  const d = v16.dialogue({ answers: { BootNotification } }).do({ kind: "power-on" }).wait(29);
  expect(d.heard(v16.words)).toEqual(["BootNotification"]);
  d.wait(1);
  expect(d.heard(v16.words)).toEqual(["BootNotification", "BootNotification"]);
});
