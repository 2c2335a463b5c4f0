import { expect, test } from "vitest";
import { twoConnectors } from "../testing.ts";
import { currentTime, dialogue, token, words } from "../../v201/testing.ts";

test("cold boot (TC_B_01)", () => {
  const answers = { BootNotification: { status: "Accepted", currentTime, interval: 60 } };
  const d = dialogue({ description: twoConnectors, answers }).do({ kind: "power-on" }).wait(60);
  expect(d.heard(words)).toEqual([
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

test("Pending: reports are given, starts refused, the next boot comes when told", () => {
  let status = "Pending";
  const d = dialogue({ answers: { BootNotification: () => ({ status, currentTime, interval: 10 }) } });
  d.do({ kind: "power-on" }).do({ kind: "present-token", token });
  expect(d.ask("GetBaseReport", { requestId: 1, reportBase: "SummaryInventory" })).toEqual({
    payload: { status: "Accepted" },
  });
  const start = { remoteStartId: 1, idToken: token, evseId: 1 };
  expect(d.ask("RequestStartTransaction", start)).toEqual({ payload: { status: "Rejected" } });
  expect(d.ask("TriggerMessage", { requestedMessage: "BootNotification" })).toEqual({
    payload: { status: "Accepted" },
  });
  expect(d.heard(words)).toEqual(["BootNotification", "NotifyReport", "BootNotification"]);
  expect(d.said[2]?.payload["reason"]).toBe("Triggered");
  status = "Accepted";
  d.clear().wait(10);
  expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Available"]);
});

test("Rejected: SecurityError for the CSMS, silence otherwise (B03.FR.02, B03.FR.08)", () => {
  const d = dialogue({ answers: { BootNotification: { status: "Rejected", currentTime, interval: 60 } } });
  d.do({ kind: "power-on" });
  expect(d.ask("GetVariables", {})).toEqual({ code: "SecurityError" });
  d.wait(59);
  expect(d.heard(words)).toEqual(["BootNotification"]);
  d.wait(1);
  expect(d.heard(words)).toEqual(["BootNotification", "BootNotification"]);
});

test.each([
  ["shorter than OfflineThreshold", 20, ["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]],
  [
    "longer than OfflineThreshold",
    90,
    ["Status 1 Occupied", "Status 2 Available", "Started CablePluggedIn EVConnected +evse"],
  ],
])("after a time offline %s (B04)", (_, seconds, heard) => {
  const d = dialogue({ description: twoConnectors })
    .do({ kind: "power-on" })
    .clear()
    .do({ kind: "drop-link" });
  d.do({ kind: "plug-in", evse: 1, connector: 1 }).wait(seconds).do({ kind: "reconnect" });
  expect(d.heard(words).filter((each) => !each.startsWith("Updated"))).toEqual(heard);
});

test("back-off follows its variables", () => {
  const settings = {
    "OCPPCommCtrlr.RetryBackOffWaitMinimum": "5",
    "OCPPCommCtrlr.RetryBackOffRandomRange": "0",
    "OCPPCommCtrlr.RetryBackOffRepeatTimes": "2",
  };
  const d = dialogue({ settings });
  d.unreachable = true;
  d.do({ kind: "power-on" }).wait(80);
  const times = d.commands.flatMap((each) =>
    each.kind === "set-timer" && each.name === "reconnect" ? [each.at] : [],
  );
  const start = Date.UTC(2026, 0, 5, 10);
  expect(times.map((at) => (at - start) / 1000)).toEqual([5, 15, 35, 55, 75, 95]);
});
