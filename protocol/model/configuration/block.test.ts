import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, dialogue, words } from "../../v201/testing.ts";
import type { Dialogue } from "../testing.ts";

const valueOf = (d: Dialogue, name: string) =>
  d.station.snapshot(d.now).settings.find((each) => each.name === name)?.value;
const heartbeat = "OCPPCommCtrlr.HeartbeatInterval";
const password = "SecurityCtrlr.BasicAuthPassword";

test("settings that make no sense are complained about when it is switched on, not obeyed", () => {
  const d = dialogue({ settings: { "TxCtrlr.TxStopPoint": "Never", Nonsense: "1" } });
  expect(d.notices()).toEqual([]);
  d.do({ kind: "power-on" });
  expect(valueOf(d, "TxCtrlr.TxStopPoint")).toBe("EVConnected,Authorized");
  expect(d.notices()).toEqual([
    "Setting TxCtrlr.TxStopPoint cannot have the value given to it.",
    "This station has no setting Nonsense.",
  ]);
  d.clear().do({ kind: "power-off" }).do({ kind: "power-on" });
  expect(d.notices()).toEqual([]);
});

test("what the operator sets has its effect at once, and is not reported as kept", () => {
  const d = booted().do({ kind: "set-setting", name: heartbeat, value: "10" });
  expect(d.commands.filter(({ kind }) => kind === "keep-setting")).toEqual([]);
  d.wait(25);
  expect(d.heard(words)).toEqual(["Heartbeat", "Heartbeat"]);
});

test.each([
  [heartbeat, "often", "invalid"],
  ["Nobody.Nothing", "1", "unknown"],
  ["ClockCtrlr.DateTime", "2020-01-01T00:00:00Z", "unknown"],
])("%s = %s is not changed: %s", (name, value, why) => {
  const d = booted().do({ kind: "set-setting", name, value });
  expect(d.notices()).toEqual([`Setting ${name} was not changed: ${why}.`]);
});

test("one that is taken back has its default, and a password the configured one", () => {
  const d = booted().do({ kind: "set-setting", name: password, value: "abcdefgh12345678" });
  expect(d.station.password()).toBe("abcdefgh12345678");
  expect(valueOf(d, password)).toBeNull();
  d.do({ kind: "set-setting", name: heartbeat, value: "10" });
  d.do({ kind: "set-setting", name: password, value: null });
  d.do({ kind: "set-setting", name: heartbeat, value: null });
  expect([d.station.password(), valueOf(d, heartbeat)]).toEqual([null, "300"]);
});

test("only what was written down as it is need not be kept any more", () => {
  const d = v16.booted();
  d.ask("ChangeConfiguration", { key: "HeartbeatInterval", value: "7" });
  const kept = () => [...d.station.kept()].find(({ name }) => name === "station")?.value();
  d.do({ kind: "settings-kept", settings: { HeartbeatInterval: "8", ConnectionTimeOut: "7" } });
  expect(kept()).toMatchObject({ setByCsms: { heartbeatinterval: "7" } });
  d.do({ kind: "settings-kept", settings: { HeartbeatInterval: "7" } });
  expect(kept()).toMatchObject({ setByCsms: {} });
});
