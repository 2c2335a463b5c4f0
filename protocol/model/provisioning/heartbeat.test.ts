import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, currentTime, dialogue, here, words } from "../../v201/testing.ts";
import type { Dialogue } from "../testing.ts";

const accepted = (interval: number) => ({
  BootNotification: { status: "Accepted", currentTime, interval },
});
/** Seconds since a moment at which heartbeats went out. */
const beats = (d: Dialogue, since: number): number[] =>
  d.said.filter(({ action }) => action === "Heartbeat").map(({ at }) => (at - since) / 1000);

test("every interval, whatever else is said in between (1.6 C §4.6, G02.FR.01)", () => {
  const d = dialogue({ answers: accepted(20) }).do({ kind: "power-on" });
  const start = d.now;
  d.wait(15)
    .do({ kind: "plug-in", ...here })
    .wait(46);
  expect(beats(d, start)).toEqual([20, 40, 60]);
});

test("the interval of the boot is a setting from then on, 0 leaves the setting as it was (B01.FR.04)", () => {
  const interval = (d: Dialogue) =>
    d.station.snapshot(d.now).settings.find(({ name }) => name.endsWith("HeartbeatInterval"))?.value;
  expect(interval(dialogue({ answers: accepted(20) }).do({ kind: "power-on" }))).toBe("20");
  expect(interval(dialogue({ answers: accepted(0) }).do({ kind: "power-on" }))).toBe("300");
  expect(interval(v16.dialogue({ answers: accepted(7) }).do({ kind: "power-on" }))).toBe("7");
});

test("a new interval counts from when it is set", () => {
  const d = v16.booted().wait(290);
  const start = d.now;
  d.ask("ChangeConfiguration", { key: "HeartbeatInterval", value: "30" });
  d.wait(61);
  expect(beats(d, start)).toEqual([30, 60]);
});

test("none without link, and none before the boot was accepted", () => {
  const d = booted().do({ kind: "drop-link" }).wait(1000).do({ kind: "reconnect" });
  expect(d.heard(words)).not.toContain("Heartbeat");
  const start = d.now;
  d.clear().wait(301);
  expect(beats(d, start)).toEqual([300]);
  const pending = { BootNotification: { status: "Pending", currentTime, interval: 10 } };
  const e = dialogue({ answers: pending }).do({ kind: "power-on" }).wait(1000);
  expect(beats(e, 0)).toEqual([]);
});

test("one that waits for its turn is enough", () => {
  const d = dialogue({ answers: accepted(10) }).do({ kind: "power-on" });
  d.withheld.add("DataTransfer");
  d.do({ kind: "craft", action: "DataTransfer", payload: { vendorId: "A" } })
    .clear()
    .wait(100);
  expect(d.station.snapshot(d.now).queued).toBe(1);
  d.release();
  expect(d.heard(words)).toEqual(["Heartbeat"]);
});
