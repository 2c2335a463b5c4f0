import { expect, test } from "vitest";
import { booted, here, token, words } from "../../v16/testing.ts";

const heartbeat = { requestedMessage: "Heartbeat" };

test("a CSMS that asks for more messages than it takes fills no memory, and loses nothing of a transaction", () => {
  const d = booted();
  d.withheld.add("Heartbeat");
  for (let i = 0; i < 3000; i++) expect(d.ask("TriggerMessage", heartbeat)).not.toBeNull();
  expect(d.station.snapshot(d.now).queued).toBeLessThanOrEqual(2001);
  expect(d.notices()).toEqual(["2000 messages wait for the CSMS: what else it asks for is dropped."]);
  d.clear().release();
  d.clear()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  expect(d.heard(words)).toContain("Start 1 VALID-TOKEN");
});
