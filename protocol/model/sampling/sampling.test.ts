import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

/** Seconds since a moment at which an action was heard. */
const times = (d: Dialogue, action: string, since: number): number[] =>
  d.said.filter((each) => each.action === action).map(({ at }) => (at - since) / 1000);
const description = twoConnectors;

describe("samples of a transaction (1.6 C §3.16.2, J02.FR.11)", () => {
  test("1.6: at the interval, until it ends", () => {
    const d = v16.charging({ settings: { MeterValueSampleInterval: "30" } });
    const start = d.now;
    d.wait(95).do({ kind: "present-token", token }).wait(95);
    expect(times(d, "MeterValues", start)).toEqual([30, 60, 90]);
  });

  test("2.0.1: in TransactionEvents, and the EV need not take anything", () => {
    const d = charging()
      .do({ kind: "ev-suspend", ...here })
      .clear()
      .wait(120);
    expect(d.heard(words)).toEqual([
      "Updated MeterValuePeriodic SuspendedEV",
      "Updated MeterValuePeriodic SuspendedEV",
    ]);
  });

  test("an interval of 0 means none (1.6 CE §3.15), and a new one counts from when it is set", () => {
    const d = v16.charging({ settings: { MeterValueSampleInterval: "0" } }).wait(300);
    expect(times(d, "MeterValues", 0)).toEqual([]);
    const start = d.now;
    d.ask("ChangeConfiguration", { key: "MeterValueSampleInterval", value: "20" });
    expect(times(d.wait(45), "MeterValues", start)).toEqual([20, 40]);
    d.clear().ask("ChangeConfiguration", { key: "MeterValueSampleInterval", value: "0" });
    expect(times(d.wait(300), "MeterValues", start)).toEqual([]);
  });

  test("with nothing to measure nothing is said", () => {
    const d = v16.charging({ settings: { MeterValuesSampledData: "" } }).wait(200);
    expect(d.heard(v16.words)).toEqual([]);
  });
});

describe("readings by the clock (1.6 C §3.16.2, J01.FR.01)", () => {
  // 10:00:07.
  const start = Date.UTC(2026, 0, 5, 10, 0, 7);

  test("1.6: for every connector, of a transaction where one runs", () => {
    const settings = { ClockAlignedDataInterval: "900", MeterValueSampleInterval: "0" };
    const d = v16.charging({ description, settings, start }).wait(893);
    expect(d.said.filter(({ action }) => action === "MeterValues").map(v16.words)).toEqual([
      "MeterValues 1 1",
      "MeterValues 2 undefined",
    ]);
    expect(new Set(d.said.map(({ at }) => new Date(at).toISOString().slice(11, 19)))).toEqual(
      new Set(["10:05:07", "10:10:07", "10:15:00"]),
    );
  });

  test("2.0.1: in the transaction where one runs, else in MeterValues (J01.FR.14, J01.FR.22)", () => {
    const settings = { "AlignedDataCtrlr.Interval": "30", "SampledDataCtrlr.TxUpdatedInterval": "0" };
    const d = charging({ description, settings, start }).wait(23);
    expect(d.heard(words)).toEqual(["Updated MeterValueClock Charging", "MeterValues"]);
    expect(d.said[1]?.payload["evseId"]).toBe(2);
  });

  test("whole multiples since midnight, also of an interval that does not divide the day", () => {
    const d = v16.booted({ settings: { ClockAlignedDataInterval: "50000" }, start });
    d.wait(86_400);
    const at = d.said.filter(({ action }) => action === "MeterValues").map((each) => new Date(each.at));
    expect(at.map((each) => each.toISOString().slice(8, 19))).toEqual(["05T13:53:20", "06T00:00:00"]);
  });

  test("none when the interval is 0 again, and none before the boot was accepted", () => {
    const d = booted({ settings: { "AlignedDataCtrlr.Interval": "60" }, start });
    d.do({ kind: "set-setting", name: "AlignedDataCtrlr.Interval", value: "0" }).wait(290);
    expect(d.heard(words)).toEqual([]);
    const rejected = { BootNotification: { status: "Rejected", currentTime: v16.currentTime, interval: 0 } };
    const e = v16.dialogue({ answers: rejected, settings: { ClockAlignedDataInterval: "60" } });
    e.do({ kind: "power-on" })
      .wait(20)
      .do({ kind: "set-setting", name: "ClockAlignedDataInterval", value: "1" });
    expect(e.commands.filter((each) => "name" in each && each.name === "aligned")).toEqual([]);
  });
});
