import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";

const { here, token } = v16;

test("a CSMS that asks for more messages than it takes fills no memory, and loses nothing of a transaction", () => {
  const d = v16.booted();
  d.withheld.add("Heartbeat");
  for (let i = 0; i < 3000; i++) {
    expect(d.ask("TriggerMessage", { requestedMessage: "Heartbeat" })).not.toBeNull();
  }
  expect(d.station.snapshot(d.now).queued).toBeLessThanOrEqual(2001);
  expect(d.notices()).toEqual(["2000 messages wait for the CSMS: what else it asks for is dropped."]);
  d.clear().release();
  d.clear()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  expect(d.heard(v16.words)).toContain("Start 1 VALID-TOKEN");
});

test("when the queue is full every other intermediate sample goes, the first of them first (E04.FR.07-08, E03.FR.01)", () => {
  const settings = {
    "SampledDataCtrlr.TxUpdatedInterval": "1",
    "SampledDataCtrlr.TxUpdatedMeasurands": "Energy.Active.Import.Register",
    "AuthCtrlr.OfflineTxForUnknownIdEnabled": "true",
  };
  const ev = { capacity: 1_000_000 };
  const d = v201.booted({ settings }).do({ kind: "drop-link" });
  d.do({ kind: "plug-in", ...here, ev }).do({ kind: "present-token", token });
  d.wait(12_100).do({ kind: "present-token", token });
  expect(d.station.snapshot(d.now).queued).toBeLessThanOrEqual(12_000);
  expect(d.notices()).toContain("The queue was full: every other intermediate meter value was dropped.");
  d.clear().do({ kind: "reconnect" });
  const events = d.said.filter(({ action }) => action === "TransactionEvent");
  const seqNos = events.map(({ payload }) => Number(payload["seqNo"]));
  // What is told once is not intermediate; of what follows it is every other one.
  expect(seqNos.slice(0, 6)).toEqual([0, 1, 2, 4, 6, 8]);
  expect(events.slice(0, 4).map(v201.words)).toEqual([
    "Started CablePluggedIn EVConnected +evse",
    "Updated Authorized EVConnected +token",
    "Updated ChargingStateChanged Charging",
    "Updated MeterValuePeriodic Charging",
  ]);
  // What came after the thinning is whole, up to the end.
  const last = seqNos.at(-1) ?? 0;
  expect(seqNos.slice(-50)).toEqual(Array.from({ length: 50 }, (_, index) => last - 49 + index));
  expect(events.at(-1)?.payload["eventType"]).toBe("Ended");
  expect(seqNos).toEqual([...seqNos].sort((a, b) => a - b));
});
