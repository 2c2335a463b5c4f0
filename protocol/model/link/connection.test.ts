import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, dialogue, here, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

/** Seconds from a moment to each attempt to connect that was put off. */
const attempts = (d: Dialogue, since: number): number[] =>
  d.commands.flatMap((each) =>
    each.kind === "set-timer" && each.name === "reconnect" ? [(each.at - since) / 1000] : [],
  );

describe("the link comes back: no boot, and", () => {
  test("1.6: only what changed (1.6 J §5.4, 1.6 C §4.9)", () => {
    const d = v16.booted({ description: twoConnectors });
    d.cut().do({ kind: "plug-in", evse: 2, connector: 1 }).wait(10);
    expect(d.heard(v16.words)).toEqual(["Status 2 Preparing"]);
  });

  test("what changed and changed back is not told (1.6 C §4.9)", () => {
    const d = v16.booted().do({ kind: "drop-link" });
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "unplug", ...here })
      .do({ kind: "reconnect" });
    expect(d.said).toEqual([]);
  });

  test.each([
    ["no longer than OfflineThreshold: what changed (B04.FR.02)", 60, ["Status 1 Occupied"]],
    ["longer: all (B04.FR.01)", 61, ["Status 1 Occupied", "Status 2 Available"]],
  ])("2.0.1, away %s", (_, seconds, heard) => {
    const d = booted({ description: twoConnectors, settings: { "TxCtrlr.TxStartPoint": "Authorized" } });
    d.do({ kind: "drop-link" })
      .do({ kind: "plug-in", ...here })
      .wait(seconds)
      .do({ kind: "reconnect" });
    expect(d.heard(words)).toEqual(heard);
  });
});

describe("attempts to connect", () => {
  test("each failure doubles the wait (1.6: with constants)", () => {
    const d = v16.dialogue();
    const start = d.now;
    d.unreachable = true;
    d.do({ kind: "power-on" }).wait(60);
    const times = [0, ...attempts(d, start)];
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    for (const [index, minimum] of [2, 4, 8, 16].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(minimum);
      expect(waits[index]).toBeLessThan(minimum + 2);
    }
  });

  test("back-off follows its variables, and a success begins anew (Part 4 §5.3)", () => {
    const settings = {
      "OCPPCommCtrlr.RetryBackOffWaitMinimum": "5",
      "OCPPCommCtrlr.RetryBackOffRandomRange": "0",
      "OCPPCommCtrlr.RetryBackOffRepeatTimes": "2",
    };
    const d = dialogue({ settings });
    const start = d.now;
    d.unreachable = true;
    d.do({ kind: "power-on" }).wait(80);
    expect(attempts(d, start)).toEqual([5, 15, 35, 55, 75, 95]);
    d.unreachable = false;
    d.wait(20).clear();
    const broken = d.now;
    d.cut();
    expect(attempts(d, broken)).toEqual([5]);
  });

  test("a link that breaks twice before the next attempt is one failure", () => {
    const d = booted().cut();
    const [first] = attempts(d, 0);
    d.do({ kind: "disconnected", reason: "again" });
    expect(attempts(d, 0)).toEqual([first]);
  });
});

describe("the operator", () => {
  test("cuts the link without a word, and it stays down until it is restored", () => {
    const d = v16.booted().do({ kind: "drop-link" });
    expect(d.commands).toContainEqual(expect.objectContaining({ kind: "disconnect", cut: true }));
    d.wait(3600);
    expect(d.station.snapshot(d.now).online).toBe(false);
    d.do({ kind: "power-off" }).do({ kind: "power-on" }).wait(3600);
    expect(d.said).toEqual([]);
    d.do({ kind: "reconnect" });
    expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Available"]);
  });

  test("cannot bring back the link of a station that is off, and one that is up stays as it is", () => {
    const d = dialogue().do({ kind: "reconnect" });
    expect(d.commands).toEqual([{ kind: "notice", level: "warning", text: "The station is off." }]);
    d.do({ kind: "power-on" }).clear().do({ kind: "reconnect" });
    expect([d.commands, d.said]).toEqual([[], []]);
  });
});

describe("settings of the link", () => {
  test.each<[string, Dialogue, string, object]>([
    ["1.6", v16.booted(), "ChangeConfiguration", { key: "AuthorizationKey", value: "0123456789abcdef0123" }],
    [
      "2.0.1",
      booted(),
      "SetVariables",
      {
        setVariableData: [
          {
            component: { name: "SecurityCtrlr" },
            variable: { name: "BasicAuthPassword" },
            attributeValue: "0123456789abcdef0123",
          },
        ],
      },
    ],
  ])("%s: a new password makes the station log in anew with it (A01.FR.04)", (_, d, action, payload) => {
    expect(d.station.password()).toBeNull();
    d.ask(action, { ...payload });
    expect(d.commands.map(({ kind }) => kind).slice(0, 3)).toEqual(["keep-setting", "reply", "disconnect"]);
    expect(d.station.password()).toBe("0123456789abcdef0123");
    d.wait(2);
    expect(d.said).toEqual([]);
    expect(d.station.snapshot(d.now)).toMatchObject({ online: true, boot: "Accepted" });
  });

  test("the ping interval is told to a link that opens, and to an open one when it changes", () => {
    const d = v16.dialogue().do({ kind: "power-on" });
    expect(d.commands).toContainEqual({ kind: "configure-link", pingInterval: 60 });
    d.clear().ask("ChangeConfiguration", { key: "WebSocketPingInterval", value: "0" });
    expect(d.commands.at(-1)).toEqual({ kind: "configure-link", pingInterval: 0 });
    d.do({ kind: "drop-link" })
      .clear()
      .do({ kind: "set-setting", name: "WebSocketPingInterval", value: "9" });
    expect(d.commands).toEqual([]);
    d.do({ kind: "reconnect" });
    expect(d.commands).toContainEqual({ kind: "configure-link", pingInterval: 9 });
  });
});
