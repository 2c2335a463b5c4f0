import { expect, test } from "vitest";
import { booted, words } from "../testing.ts";

test.each([
  ["heartbeatinterval", "7", "Accepted"],
  ["HeartbeatInterval", "soon", "Rejected"],
  ["HeartbeatInterval", "-1", "Rejected"],
  ["NumberOfConnectors", "4", "Rejected"],
  ["__proto__", "4", "NotSupported"],
  ["MeterValuesSampledData", "Voltage, SoC", "Accepted"],
  ["MeterValuesSampledData", "Happiness", "Rejected"],
  ["AuthorizationKey", "too short", "Rejected"],
])("%s = %s: %s (1.6 C §5.3)", (key, value, status) => {
  expect(booted().ask("ChangeConfiguration", { key, value })).toEqual({ payload: { status } });
});

test("a changed key is in force after the answer, and kept", () => {
  const d = booted();
  d.ask("ChangeConfiguration", { key: "heartbeatInterval", value: "7" });
  expect(d.commands).toEqual([
    { kind: "keep-setting", name: "HeartbeatInterval", value: "7" },
    expect.objectContaining({ kind: "reply" }),
    expect.objectContaining({ kind: "set-timer", name: "heartbeat" }),
  ]);
  d.clear().wait(15);
  expect(d.heard(words)).toEqual(["Heartbeat", "Heartbeat"]);
});
