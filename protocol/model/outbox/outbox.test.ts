import { expect, test } from "vitest";
import { booted, charging, here, token, words } from "../../v16/testing.ts";

const failure = { kind: "error" as const, code: "InternalError", description: "", details: {} };

test("transaction messages wait for the link and keep their order", () => {
  const d = charging().do({ kind: "drop-link" }).wait(125);
  d.do({ kind: "present-token", token }).do({ kind: "unplug", ...here });
  expect(d.heard(words)).toEqual([]);
  expect(d.station.snapshot(d.now).queued).toBe(3);
  d.do({ kind: "reconnect" });
  expect(d.heard(words)).toEqual([
    "Status 1 Available",
    "MeterValues 1 1",
    "MeterValues 1 1",
    "Stop 1 Local",
  ]);
});

test("what was under way when the link broke is sent again", () => {
  const d = booted().do({ kind: "plug-in", ...here });
  d.withheld.add("StartTransaction");
  d.do({ kind: "present-token", token }).clear();
  d.withheld.clear();
  d.cut().wait(10);
  expect(d.heard(words)).toEqual(["Status 1 Charging", "Start 1 VALID-TOKEN"]);
});

test("a start that fails is tried again after growing waits, others overtake; then its stop says -1", () => {
  const settings = { TransactionMessageAttempts: "3", TransactionMessageRetryInterval: "10" };
  const d = booted({ settings, answers: { StartTransaction: failure } });
  const begin = d.now;
  d.do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(5);
  d.do({ kind: "present-token", token }).wait(40);
  const start = (at: number) => ({ action: "StartTransaction", at: begin + at * 1000 });
  const starts = d.said.filter(({ action }) => action === "StartTransaction");
  expect(starts).toMatchObject([start(0), start(10), start(30)]);
  expect(d.heard(words).slice(-2)).toEqual(["Start 1 VALID-TOKEN", "Stop -1 Local"]);
  expect(d.notices()).toContain("StartTransaction was given up after 3 attempts.");
});

test("a stop that was queued before the id was known carries the id", () => {
  const d = booted({ settings: { AllowOfflineTxForUnknownId: "true" } }).do({ kind: "drop-link" });
  d.do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(30)
    .do({ kind: "unplug", ...here });
  d.do({ kind: "reconnect" });
  expect(d.heard(words)).toEqual(["Start 1 VALID-TOKEN", "Stop 1 EVDisconnected"]);
});

test("offline, a token counts if the cache knows it, a stranger does not", () => {
  const d = charging()
    .do({ kind: "unplug", ...here })
    .clear()
    .do({ kind: "drop-link" });
  d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token: { ...token, idToken: "STRANGER" } });
  expect(d.notices()).toContain("Token STRANGER is refused: the CSMS cannot be asked.");
  d.do({ kind: "present-token", token });
  expect(d.station.snapshot(d.now).connectors[0]?.status).toBe("Charging");
});

test("power goes and comes: boot again, the transaction ended with PowerLoss", () => {
  const d = charging().wait(20).do({ kind: "power-off" }).wait(600).do({ kind: "power-on" });
  expect(d.heard(words)).toEqual([
    "BootNotification",
    "Status 0 Available",
    "Status 1 Finishing",
    "Stop 1 PowerLoss",
  ]);
  const [stop] = d.said.slice(-1);
  expect(stop?.payload["timestamp"]).toBe(new Date(d.now - 600_000).toISOString());
});

test("crafted messages take their turn and are not changed", () => {
  const d = booted();
  d.withheld.add("DataTransfer");
  d.do({ kind: "craft", action: "DataTransfer", payload: { vendorId: "A" } });
  d.do({ kind: "craft", action: "Heartbeat", payload: {} });
  expect(d.heard(words)).toEqual(["DataTransfer"]);
  d.release();
  expect(d.heard(words)).toEqual(["DataTransfer", "Heartbeat"]);
});
