import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dialectEntry, dialects, playableDialects } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";
import type { Command } from "./model/messages/command.ts";
import type { Outcome, StationEvent } from "./model/messages/event.ts";
import { integer, object, text } from "./payload/read.ts";
import { createStation } from "./model/station.ts";
import type { Station } from "./model/station.ts";
import { twoConnectors } from "./model/testing.ts";
import type { JsonObject } from "./wire/frame.ts";

test("all but 1.6S can be played, all four can be read", () => {
  expect(playableDialects).toEqual(["1.6J", "2.0.1", "2.1"]);
  expect(dialects.map((dialect) => dialectEntry(dialect).dialect)).toEqual([...dialects]);
  expect(dialects.map((dialect) => dialectEntry(dialect).subprotocol)).toEqual([
    "ocpp1.6",
    null,
    "ocpp2.0.1",
    "ocpp2.1",
  ]);
});

test("1.6S alone is SOAP, with the messages of 1.6J that SOAP has", () => {
  expect(dialects.filter((dialect) => dialectEntry(dialect).soap !== null)).toEqual(["1.6S"]);
  const { catalogue, soap } = dialectEntry("1.6S");
  const all = dialectEntry("1.6J").catalogue;
  expect(Object.keys(catalogue)).toHaveLength(28);
  for (const [action, entry] of Object.entries(catalogue)) expect(entry).toBe(all[action]);
  expect(dialectEntry("1.6S").validator().knows("GetLog")).toBe(false);
  expect(soap?.serviceOf("BootNotification")).toBe("csms");
});

test("every action that a station obeys is in its catalogue, sent by the CSMS", () => {
  for (const dialect of playableDialects) {
    const { version, catalogue } = dialectEntry(dialect);
    for (const action of Object.keys(version?.incoming ?? {})) {
      expect(catalogue[action]?.sender, action).toMatch(/^(csms|both)$/);
    }
  }
});

test("a colon ends the identity in 2.x, since it parts user name and password", () => {
  const { pattern } = dialectEntry("2.0.1").identity;
  expect(pattern?.test("CS-1@depot")).toBe(true);
  expect(pattern?.test("CS:1")).toBe(false);
});

/** A step of a run: something happens, some of what was set in motion comes about. */
type Step = { after: number } & ({ event: StationEvent } | { outcome: Outcome } | { timer: number });

const place = fc.record({ evse: fc.integer({ min: 0, max: 3 }), connector: fc.integer({ min: 0, max: 2 }) });
const token = fc.record({
  idToken: fc.constantFrom("A", "a", "B", "__proto__", ""),
  type: fc.constantFrom("ISO14443", "Central", "odd"),
});
const ev = fc.record(
  { soc: fc.double({ min: -5, max: 120, noNaN: true }), capacity: fc.integer({ min: 100, max: 90_000 }) },
  { requiredKeys: [] },
);
const status = fc.constantFrom("Accepted", "Pending", "Rejected", "Blocked", "Invalid", 7, null);
const info = fc.record({ status, parentIdTag: fc.constantFrom("P", 5) }, { requiredKeys: [] });
const answer = fc.record(
  {
    status,
    interval: fc.constantFrom(0, 1, 30, -4, "x"),
    currentTime: fc.constant("2026-01-05T10:00:00Z"),
    idTagInfo: info,
    idTokenInfo: info,
    transactionId: fc.integer({ min: -1, max: 9 }),
  },
  { requiredKeys: [] },
);
const accepting = {
  status: "Accepted",
  interval: 30,
  transactionId: 1,
  idTagInfo: { status: "Accepted" },
  idTokenInfo: { status: "Accepted" },
};
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: "result" as const, payload: accepting }) },
  { weight: 3, arbitrary: answer.map((payload) => ({ kind: "result" as const, payload })) },
  fc.constantFrom<Outcome>(
    { kind: "timeout" },
    { kind: "lost" },
    { kind: "not-sent", reason: "policy" },
    { kind: "invalid", text: "?" },
    { kind: "error", code: "InternalError", description: "", details: {} },
  ),
);

const happening: fc.Arbitrary<StationEvent> = fc.oneof(
  fc.constantFrom<StationEvent>(
    { kind: "power-on" },
    { kind: "power-on" },
    { kind: "power-off" },
    { kind: "connected" },
    { kind: "connected" },
    { kind: "disconnected", reason: "cut" },
    { kind: "drop-link" },
    { kind: "reconnect" },
    { kind: "keep-back", on: true },
    { kind: "keep-back", on: false },
  ),
  place.chain((at) =>
    fc.oneof(
      ev.map((car): StationEvent => ({ kind: "plug-in", ...at, ev: car })),
      fc.constantFrom<StationEvent>(
        { kind: "unplug", ...at },
        { kind: "ev-suspend", ...at },
        { kind: "ev-resume", ...at },
        { kind: "fault", ...at, errorCode: "GroundFailure" },
        { kind: "clear-fault", ...at },
      ),
    ),
  ),
  token.map((shown): StationEvent => ({ kind: "present-token", token: shown })),
  fc
    .tuple(token, fc.integer({ min: 0, max: 3 }))
    .map(([shown, evse]): StationEvent => ({ kind: "present-token", token: shown, evse })),
  fc.constantFrom<StationEvent>(
    { kind: "craft", action: "Heartbeat", payload: {} },
    { kind: "set-setting", name: "TxCtrlr.TxStopPoint", value: "EVConnected" },
    { kind: "set-setting", name: "TxCtrlr.TxStartPoint", value: "EnergyTransfer" },
    { kind: "set-setting", name: "TxCtrlr.StopTxOnInvalidId", value: "false" },
    { kind: "set-setting", name: "StopTransactionOnEVSideDisconnect", value: "false" },
    { kind: "set-setting", name: "AllowOfflineTxForUnknownId", value: "true" },
    { kind: "set-setting", name: "__proto__", value: "x" },
  ),
);

const calls: readonly (readonly [string, JsonObject])[] = [
  ["RemoteStartTransaction", { idTag: "A", connectorId: 1 }],
  ["RemoteStartTransaction", { idTag: "A" }],
  ["RemoteStopTransaction", { transactionId: 1 }],
  ["Reset", { type: "Hard" }],
  ["Reset", { type: "Soft" }],
  ["Reset", { type: "Immediate" }],
  ["Reset", { type: "OnIdle" }],
  ["Reset", { type: "OnIdle", evseId: 1 }],
  ["ChangeAvailability", { connectorId: 0, type: "Inoperative" }],
  ["ChangeAvailability", { connectorId: 1, type: "Operative" }],
  ["ChangeAvailability", { operationalStatus: "Inoperative", evse: { id: 1 } }],
  ["ChangeAvailability", { operationalStatus: "Operative" }],
  ["UnlockConnector", { connectorId: 1, evseId: 1 }],
  ["TriggerMessage", { requestedMessage: "MeterValues" }],
  ["TriggerMessage", { requestedMessage: "TransactionEvent" }],
  ["TriggerMessage", { requestedMessage: "BootNotification" }],
  ["RequestStartTransaction", { remoteStartId: 1, idToken: { idToken: "A", type: "Central" }, evseId: 1 }],
  ["GetConfiguration", {}],
  ["GetBaseReport", { requestId: 1, reportBase: "FullInventory" }],
  ["GetTransactionStatus", {}],
  ["ClearCache", {}],
  ["ChangeConfiguration", { key: "MeterValueSampleInterval", value: "5" }],
  ["Nonsense", { __proto__: null, a: [] }],
];
const asked: fc.Arbitrary<StationEvent> = fc
  .oneof(
    fc.constantFrom(...calls),
    fc
      .tuple(fc.constantFrom(...calls), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([[action], payload]) => [action, payload] as const),
  )
  .map(([action, payload]) => ({ kind: "called", callId: "c", action, payload }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ after: delay(), event: happening }) },
  { weight: 2, arbitrary: fc.record({ after: delay(), event: asked }) },
  { weight: 6, arbitrary: fc.record({ after: delay(), outcome }) },
  { weight: 3, arbitrary: fc.record({ after: delay(), timer: fc.nat(9) }) },
);
const steps = fc.array(step, { minLength: 10, maxLength: 120 });
const booting: Step[] = [
  { after: 0, event: { kind: "power-on" } },
  { after: 0, event: { kind: "connected" } },
  { after: 0, outcome: { kind: "result", payload: { status: "Accepted", interval: 30 } } },
];

describe.each(playableDialects)("any run of a %s station", (dialect) => {
  test("gives the same commands again, whoever looks at it meanwhile", () => {
    fc.assert(
      fc.property(steps, fc.integer(), (run, seed) => {
        const quiet = play(dialect, seed, [...booting, ...run], () => undefined);
        const watched = play(dialect, seed, [...booting, ...run], (station, at) => {
          station.snapshot(at);
          station.snapshot(at + 100_000);
        });
        expect(watched).toEqual(quiet);
      }),
      { numRuns: 150 },
    );
  });

  test("has one open CALL at most, legal messages only, and registers that never fall", () => {
    const validator = dialectEntry(dialect).validator();
    fc.assert(
      fc.property(steps, (run) => {
        const registers = new Map<string, number>();
        play(dialect, 1, [...booting, ...run], (station, at) => {
          for (const { evse, connector, energy } of station.snapshot(at).connectors) {
            const name = `${String(evse)}.${String(connector)}`;
            expect(energy).toBeGreaterThanOrEqual(registers.get(name) ?? 0);
            registers.set(name, energy);
          }
        }).forEach((command) => {
          if (command.kind !== "call") return;
          expect(validator.request(command.action, command.payload), command.action).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("numbers the events of a transaction from 0 and ends it once, with the last", () => {
    fc.assert(
      fc.property(steps, (run) => {
        const told = new Map<string, Map<number, JsonObject>>();
        for (const command of play(dialect, 1, [...booting, ...run], () => undefined)) {
          if (command.kind !== "call" || command.action !== "TransactionEvent") continue;
          const id = text(object(command.payload, "transactionInfo"), "transactionId") ?? "";
          const events = told.get(id) ?? new Map<number, JsonObject>();
          told.set(id, events);
          const seqNo = integer(command.payload, "seqNo") ?? -1;
          // Sent again, it is the same message.
          expect(command.payload).toEqual(events.get(seqNo) ?? command.payload);
          events.set(seqNo, command.payload);
          expect(command.payload["eventType"] === "Started").toBe(seqNo === 0);
        }
        for (const events of told.values()) {
          const ends = [...events].filter(([, payload]) => payload["eventType"] === "Ended");
          expect(ends.length).toBeLessThanOrEqual(1);
          for (const [seqNo] of ends) expect(seqNo).toBe(Math.max(...events.keys()));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Plays a run by the rules of a driver: answers only to open CALLs, only timers that were set, time never goes back. */
function play(
  dialect: Dialect,
  seed: number,
  run: readonly Step[],
  look: (station: Station, at: number) => void,
): Command[] {
  const { version } = dialectEntry(dialect);
  if (!version) throw new Error(`${dialect} cannot be played`);
  let now = Date.UTC(2026, 0, 5, 10);
  const station = createStation({ description: twoConnectors, settings: {}, seed, version, now });
  const all: Command[] = [];
  const timers = new Map<string, number>();
  let open: number | null = null;
  const handle = (event: StationEvent): void => {
    // What lost the link has lost the answer, too.
    if (event.kind === "disconnected" || event.kind === "power-off" || event.kind === "drop-link")
      open = null;
    for (const command of station.handle(event, now)) {
      all.push(command);
      if (command.kind === "call") {
        expect(open).toBeNull();
        open = command.ref;
      }
      if (command.kind === "disconnect") open = null;
      if (command.kind === "set-timer") timers.set(command.name, command.at);
      if (command.kind === "cancel-timer") timers.delete(command.name);
    }
    look(station, now);
  };
  for (const each of run) {
    now += each.after;
    if ("event" in each) handle(each.event);
    else if ("outcome" in each) {
      if (open === null) continue;
      const ref: number = open;
      open = null;
      handle({ kind: "answered", ref, outcome: each.outcome });
    } else {
      const [name, at] = [...timers][each.timer % Math.max(1, timers.size)] ?? [];
      if (name === undefined || at === undefined) continue;
      timers.delete(name);
      now = Math.max(now, at);
      handle({ kind: "timer", name });
    }
  }
  return all;
}

function delay(): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 4_000_000 }));
}
