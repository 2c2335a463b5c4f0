import { expect, test } from "vitest";
import { twoConnectors } from "../testing.ts";
import { currentTime, dialogue, here, token, words } from "../../v16/testing.ts";

test("cold boot: BootNotification, every status, heartbeats at the interval (TC_001)", () => {
  const answers = { BootNotification: { status: "Accepted", currentTime, interval: 20 } };
  const d = dialogue({ description: twoConnectors, answers }).do({ kind: "power-on" }).wait(61);
  expect(d.heard(words)).toEqual([
    "BootNotification",
    "Status 0 Available",
    "Status 1 Available",
    "Status 2 Available",
    "Heartbeat",
    "Heartbeat",
    "Heartbeat",
  ]);
  expect(d.said.slice(4).map(({ at }) => (at - (d.said[0]?.at ?? 0)) / 1000)).toEqual([20, 40, 60]);
});

test("Pending: nothing but the boot and what was asked for", () => {
  let status = "Pending";
  const d = dialogue({ answers: { BootNotification: () => ({ status, currentTime, interval: 10 }) } });
  d.do({ kind: "power-on" })
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  expect(d.heard(words)).toEqual(["BootNotification"]);
  expect(d.ask("RemoteStartTransaction", { idTag: "A", connectorId: 1 })).toEqual({
    payload: { status: "Rejected" },
  });
  expect(d.ask("TriggerMessage", { requestedMessage: "StatusNotification", connectorId: 1 })).toEqual({
    payload: { status: "Accepted" },
  });
  expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Preparing"]);
  status = "Accepted";
  d.clear().wait(10);
  expect(d.heard(words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Preparing"]);
});

test("Rejected: silent until the interval is over, also towards the CSMS", () => {
  const d = dialogue({ answers: { BootNotification: { status: "Rejected", currentTime, interval: 60 } } });
  d.do({ kind: "power-on" });
  expect(d.ask("GetConfiguration", {})).toBeNull();
  d.cut().wait(59);
  expect(d.heard(words)).toEqual(["BootNotification"]);
  d.wait(1);
  expect(d.heard(words)).toEqual(["BootNotification", "BootNotification"]);
});

test.each([
  ["an interval of 0", { status: "Pending", currentTime, interval: 0 }],
  ["no interval", { status: "Pending", currentTime }],
  ["a status that does not exist", { status: "Sure", currentTime, interval: 5 }],
  ["an error", { kind: "error", code: "InternalError", description: "", details: {} }],
  ["no answer", { kind: "timeout" }],
] as const)("%s: the station chooses when to try again", (_, BootNotification) => {
  const d = dialogue({ answers: { BootNotification } }).do({ kind: "power-on" }).wait(29);
  expect(d.heard(words)).toEqual(["BootNotification"]);
  d.wait(1);
  expect(d.heard(words)).toEqual(["BootNotification", "BootNotification"]);
});

test("the link comes back: no boot, only what changed", () => {
  const d = dialogue({ description: twoConnectors }).do({ kind: "power-on" }).clear();
  d.cut().do({ kind: "plug-in", evse: 2, connector: 1 }).wait(10);
  expect(d.heard(words)).toEqual(["Status 2 Preparing"]);
});

test("each failed attempt to connect doubles the wait", () => {
  const d = dialogue();
  d.unreachable = true;
  d.do({ kind: "power-on" }).wait(60);
  const timers = d.commands.flatMap((each) =>
    each.kind === "set-timer" && each.name === "reconnect" ? [each.at] : [],
  );
  const waits = timers.map((at, index) => (at - (timers[index - 1] ?? Date.UTC(2026, 0, 5, 10))) / 1000);
  for (const [index, minimum] of [2, 4, 8, 16].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(minimum);
    expect(waits[index]).toBeLessThan(minimum + 2);
  }
});

test("a dropped link stays down until the operator restores it", () => {
  const d = dialogue().do({ kind: "power-on" }).clear().do({ kind: "drop-link" }).wait(3600);
  expect(d.commands).toContainEqual(expect.objectContaining({ kind: "disconnect", cut: true }));
  expect(d.station.snapshot(d.now).online).toBe(false);
  d.do({ kind: "reconnect" });
  expect(d.station.snapshot(d.now).online).toBe(true);
});
