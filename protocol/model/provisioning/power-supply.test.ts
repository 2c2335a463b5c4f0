import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, dialogue, here, token, words } from "../../v201/testing.ts";

test("without power nothing is said, heard or charged, and no timer runs", () => {
  const d = charging().wait(10).do({ kind: "power-off" });
  expect(d.commands).toContainEqual({ kind: "disconnect", reason: "the power is off" });
  const cancelled = d.commands.flatMap((each) => (each.kind === "cancel-timer" ? [each.name] : []));
  expect(cancelled.sort()).toEqual(["full:1", "heartbeat", "sample:1"]);
  const { energy } = d.station.snapshot(d.now).connectors[0] ?? {};
  d.clear().wait(3600);
  d.do({ kind: "present-token", token }).do({ kind: "reconnect" }).do({ kind: "connected" });
  expect(d.ask("GetBaseReport", { requestId: 1, reportBase: "FullInventory" })).toBeNull();
  expect(d.said).toEqual([]);
  expect(d.commands.filter(({ kind }) => kind !== "notice")).toEqual([]);
  expect(d.station.snapshot(d.now)).toMatchObject({
    powered: false,
    online: false,
    boot: "None",
    connectors: [{ power: 0, energy }],
  });
});

test("switching on twice, or off twice, is switching once", () => {
  const d = booted().do({ kind: "power-on" });
  expect([d.said, d.commands]).toEqual([[], []]);
  d.do({ kind: "power-off" }).clear().do({ kind: "power-off" });
  expect(d.commands).toEqual([]);
});

test("what happens to cables and connectors in the dark is told after the boot", () => {
  const d = dialogue().do({ kind: "plug-in", ...here });
  expect(d.commands).toEqual([]);
  d.do({ kind: "power-on" });
  expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Occupied"]);
  d.do({ kind: "power-off" })
    .do({ kind: "unplug", ...here })
    .do({ kind: "fault", ...here });
  d.clear().do({ kind: "power-on" });
  expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Faulted"]);
});

test("a power cut while the station restarts by itself: it comes back when switched on, once", () => {
  const d = v16.booted();
  d.ask("Reset", { type: "Hard" });
  d.do({ kind: "power-off" }).clear().wait(60);
  expect(d.said).toEqual([]);
  d.do({ kind: "power-on" }).wait(60);
  expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Available"]);
});
