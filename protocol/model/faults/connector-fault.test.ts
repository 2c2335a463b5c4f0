import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";

test.each([
  ["GroundFailure", "GroundFault"],
  ["OverCurrentFailure", "OvercurrentFault"],
  ["HighTemperature", "Other"],
])("%s ends the transaction as %s (E06.FR.16)", (errorCode, reason) => {
  const d = charging().do({ kind: "fault", ...here, errorCode });
  expect(d.heard(words)).toEqual(["Status 1 Faulted", `Ended AbnormalCondition EVConnected ${reason}`]);
  expect(d.station.snapshot(d.now).connectors[0]).toMatchObject({ power: 0, errorCode });
});

test("1.6: Faulted with its code, then the stop; repaired with the cable still in: Finishing", () => {
  const d = v16.charging().do({ kind: "fault", ...here, errorCode: "GroundFailure" });
  expect(d.heard(v16.words)).toEqual(["Status 1 Faulted", "Stop 1 Other"]);
  expect(d.said[0]?.payload["errorCode"]).toBe("GroundFailure");
  d.clear().do({ kind: "clear-fault", ...here });
  expect(d.heard(v16.words)).toEqual(["Status 1 Finishing"]);
});

test("a cable that came while it was broken is served when it is repaired", () => {
  const d = booted().do({ kind: "fault", ...here });
  d.do({ kind: "plug-in", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Faulted"]);
  d.clear().do({ kind: "clear-fault", ...here });
  expect(d.heard(words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
});

test("so is one that its driver had been authorized for before, and whose transaction runs (E03.FR.05)", () => {
  const d = booted()
    .do({ kind: "present-token", token })
    .do({ kind: "fault", ...here });
  d.do({ kind: "plug-in", ...here })
    .clear()
    .do({ kind: "clear-fault", ...here });
  expect(d.heard(words)).toEqual([
    "Status 1 Occupied",
    "Updated CablePluggedIn EVConnected +evse",
    "Updated ChargingStateChanged Charging",
  ]);
});

test("repairing what is in order says nothing; an Inoperative connector stays Unavailable", () => {
  const d = v16.booted().do({ kind: "clear-fault", ...here });
  expect(d.said).toEqual([]);
  d.ask("ChangeAvailability", { connectorId: 1, type: "Inoperative" });
  d.clear()
    .do({ kind: "fault", ...here })
    .do({ kind: "clear-fault", ...here });
  expect(d.heard(v16.words)).toEqual(["Status 1 Faulted", "Status 1 Unavailable"]);
});
