import { expect, test } from "vitest";
import * as v16 from "../v16/testing.ts";
import * as v201 from "../v201/testing.ts";
import { blocks } from "./blocks.ts";

const { here, token } = v16;

test.each([
  ["1.6", v16.charging],
  ["2.0.1", v201.charging],
])("%s: same options, same events, same commands; another seed, others", (_, charging) => {
  const run = (seed: number) => {
    const d = charging({ seed }).wait(200).cut().wait(20).do({ kind: "present-token", token });
    return [d.said, d.commands];
  };
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});

test("time never runs backwards, whatever the clock says", () => {
  const d = v16.charging();
  const { station, now } = d;
  const commands = station.handle({ kind: "present-token", token }, now - 3_600_000);
  const call = commands.find(({ kind }) => kind === "call");
  expect(call).toMatchObject({ payload: { timestamp: new Date(now).toISOString() } });
  expect(station.snapshot(0).at).toBe(now);
});

test("what is crafted takes its turn and is not changed", () => {
  const payload = { anything: [1, { goes: null }] };
  const { station, now } = v16.booted();
  expect(station.handle({ kind: "craft", action: "Nonsense", payload }, now)).toEqual([
    { kind: "call", ref: expect.any(Number) as number, action: "Nonsense", payload },
  ]);
});

test("kept back, the middle of a transaction waits, start and end do not; then it follows (TC_E_31)", () => {
  const d = v201.charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } });
  d.do({ kind: "keep-back", on: true }).do({ kind: "present-token", token });
  d.do({ kind: "unplug", ...here });
  expect(d.heard(v201.words)).toEqual([
    "Status 1 Available",
    "Ended EVCommunicationLost Idle EVDisconnected",
  ]);
  d.do({ kind: "keep-back", on: false });
  const events = d.said.slice(1).map(({ payload }) => payload["seqNo"]);
  expect(events).toEqual([5, 3, 4]);
});

test("a SEND of the CSMS, and a timer that nobody set, change nothing", () => {
  const { station, now } = v201.booted();
  expect(station.handle({ kind: "sent", action: "NotifyPeriodicEventStream", payload: {} }, now)).toEqual([]);
  expect(station.handle({ kind: "timer", name: "sample:7" }, now)).toEqual([]);
});

test("no two blocks handle the same event, and none what belongs to the core", () => {
  const kinds = blocks.flatMap(({ events }) => Object.keys(events ?? {}));
  expect(kinds.length).toBeGreaterThan(10);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of ["called", "answered", "timer", "craft", "keep-back"]) expect(kinds).not.toContain(kind);
});
