import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { StationEvent } from "../messages/event.ts";
import type { Station } from "../station.ts";
import { oneConnector, twoConnectors } from "../testing.ts";
import type { Dialogue, DialogueOptions } from "../testing.ts";
import { keptOf } from "./testing.ts";

const { here, token } = v16;

/** The same station in a later life, an hour afterwards, switched on again. */
function revived(
  old: Dialogue,
  dialogue: (options: Partial<DialogueOptions>) => Dialogue,
  more: Partial<DialogueOptions> = {},
): Dialogue {
  const { description, settings, onPowerLoss } = old.options;
  return dialogue({
    ...(description === undefined ? {} : { description }),
    ...(settings === undefined ? {} : { settings }),
    ...(onPowerLoss === undefined ? {} : { onPowerLoss }),
    kept: keptOf(old.station, old.now),
    start: old.now + 3_600_000,
    ...more,
  }).do({ kind: "power-on" });
}

const charging = (dialogue: typeof v16.booted | typeof v201.booted, options: Partial<DialogueOptions> = {}) =>
  dialogue(options)
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token, evse: 1 })
    .wait(130)
    .clear();

describe("a station whose process ended in the middle of a transaction", () => {
  it("ends it as a loss of power, in 1.6", () => {
    const before = charging(v16.booted);
    const energy = before.station.snapshot(before.now).connectors[0]?.energy ?? 0;
    const after = revived(before, v16.dialogue);
    expect(after.heard(v16.words)).toEqual([
      "BootNotification",
      "Status 0 Available",
      "Status 1 Finishing",
      "Stop 1 PowerLoss",
    ]);
    const stop = after.said.find(({ action }) => action === "StopTransaction");
    expect(stop?.payload["timestamp"]).toBe(new Date(before.now).toISOString());
    expect(stop?.payload["meterStop"]).toBeLessThanOrEqual(energy);
    expect(after.station.snapshot(after.now).connectors[0]).toMatchObject({ cable: true, power: 0 });
    expect(after.notices().join()).toContain("goes on from where it was");
  });

  it("ends it as a loss of power, in 2.0.1, with the next seqNo", () => {
    const before = charging(v201.booted);
    const seqNo = before.station.snapshot(before.now).connectors[0]?.transaction?.seqNo;
    const after = revived(before, v201.dialogue);
    const ended = after.said.find(({ action }) => action === "TransactionEvent");
    expect(ended?.payload).toMatchObject({
      eventType: "Ended",
      triggerReason: "AbnormalCondition",
      seqNo,
      offline: true,
      transactionInfo: { stoppedReason: "PowerLoss" },
    });
  });

  it("takes it up again if it is of that kind", () => {
    const before = charging(v201.booted, { onPowerLoss: "resume-transactions" });
    const { energy, transaction } = before.station.snapshot(before.now).connectors[0] ?? {};
    const after = revived(before, v201.dialogue);
    expect(after.heard(v201.words)).toEqual([
      "BootNotification",
      "Status 1 Occupied",
      "Updated ChargingStateChanged Charging",
    ]);
    const now = after.station.snapshot(after.now).connectors[0];
    expect(now?.transaction?.id).toBe(transaction?.id);
    expect(now?.energy).toBeGreaterThan(0);
    expect(now?.energy).toBeLessThanOrEqual(energy ?? 0);
    after.clear().wait(60);
    expect(after.heard(v201.words)).toEqual(["Updated MeterValuePeriodic Charging"]);
    after.clear().do({ kind: "present-token", token, evse: 1 });
    expect(after.heard(v201.words)).toEqual(["Ended StopAuthorized EVConnected Local +token"]);
  });

  it("tells its queue in order, and first what was under way", () => {
    const before = v16.booted();
    before.withheld.add("StartTransaction");
    before
      .do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token })
      .wait(125);
    const after = revived(before, v16.dialogue);
    expect(after.heard(v16.words).slice(3)).toEqual([
      "Start 1 VALID-TOKEN",
      "MeterValues 1 1",
      "MeterValues 1 1",
      "Stop 1 PowerLoss",
    ]);
  });

  it("ends it also where the EVSE is gone from its description", () => {
    const before = v16
      .booted({ description: twoConnectors })
      .do({ kind: "plug-in", evse: 2, connector: 1 })
      .do({ kind: "present-token", token, evse: 2 });
    const after = revived(before, v16.dialogue, {
      description: { ...twoConnectors, evses: twoConnectors.evses.slice(1) },
    });
    expect(after.heard(v16.words).filter((text) => text.startsWith("Stop"))).toEqual(["Stop 1 Other"]);
  });

  it("ends it also where the connector is gone from its EVSE, and another driver may come", () => {
    const [evse] = oneConnector.evses;
    if (evse === undefined) throw new Error("There is no EVSE.");
    const two = {
      ...oneConnector,
      evses: [{ ...evse, connectors: [...evse.connectors, ...evse.connectors] }],
    };
    const onPowerLoss = "resume-transactions";
    const before = v201
      .booted({ description: two, onPowerLoss })
      .do({ kind: "plug-in", evse: 1, connector: 2 })
      .do({ kind: "present-token", token, evse: 1 });
    const after = revived(before, v201.dialogue, { description: oneConnector, onPowerLoss });
    expect(after.heard(v201.words).at(-1)).toMatch(/^Ended AbnormalCondition \w+ Other/);
    expect(after.station.snapshot(after.now).connectors).toMatchObject([{ transaction: null }]);
    after.clear().do({ kind: "plug-in", evse: 1, connector: 1 });
    expect(after.heard(v201.words).at(-1)).toBe("Started CablePluggedIn EVConnected +evse");
  });
});

it("remembers what the CSMS set until its configuration has it", () => {
  const before = v16.booted();
  before.wait(10).ask("ChangeConfiguration", { key: "MeterValueSampleInterval", value: "7" });
  const valueOf = (d: Dialogue) =>
    d.station.snapshot(d.now).settings.find(({ name }) => name === "MeterValueSampleInterval")?.value;
  const after = revived(before, v16.dialogue);
  expect(valueOf(after)).toBe("7");
  expect(after.commands).toContainEqual({
    kind: "keep-setting",
    name: "MeterValueSampleInterval",
    value: "7",
  });
  before.do({ kind: "settings-kept", settings: { MeterValueSampleInterval: "7" } });
  expect(valueOf(revived(before, v16.dialogue))).toBe("60");
});

it("refuses a state of a form it does not know", () => {
  const kept = { ...keptOf(v16.booted().station, 0), format: 99 };
  expect(() => v16.dialogue({ kept })).toThrow("form 99");
});

/** What is kept, with messages counted from 1: each life counts anew. */
function renumbered(station: Station): unknown[] {
  let number = 0;
  return Object.entries(keptOf(station, 0).parts).map(([name, part]) =>
    name.startsWith("message/")
      ? [`message/${String(++number)}`, { ...(part as object), number }]
      : [name, part],
  );
}

const happening = fc.oneof(
  ...[1, 2].flatMap((evse) => [
    fc.constant<StationEvent>({ kind: "plug-in", evse, connector: 1 }),
    fc.constant<StationEvent>({ kind: "unplug", evse, connector: 1 }),
    fc.constant<StationEvent>({ kind: "present-token", token, evse }),
    fc.constant<StationEvent>({ kind: "fault", evse, connector: 1 }),
    fc.constant<StationEvent>({ kind: "clear-fault", evse, connector: 1 }),
    fc.constant<StationEvent>({ kind: "ev-suspend", evse, connector: 1 }),
    fc.constant<StationEvent>({ kind: "ev-resume", evse, connector: 1 }),
  ]),
  fc
    .constantFrom<StationEvent["kind"][]>("drop-link", "reconnect", "power-off", "power-on")
    .map((kind) => ({ kind }) as StationEvent),
);
const asked16 = fc.constantFrom<[string, object][]>(
  ["ChangeAvailability", { connectorId: 1, type: "Inoperative" }],
  ["ChangeAvailability", { connectorId: 0, type: "Operative" }],
  ["ChangeConfiguration", { key: "MeterValueSampleInterval", value: "30" }],
  ["ClearCache", {}],
  ["GetConfiguration", {}],
  ["RemoteStartTransaction", { idTag: "REMOTE" }],
  ["RemoteStopTransaction", { transactionId: 1 }],
  ["Reset", { type: "Soft" }],
  ["TriggerMessage", { requestedMessage: "MeterValues" }],
  ["UnlockConnector", { connectorId: 1 }],
);
const asked201 = fc.constantFrom<[string, object][]>(
  ["ChangeAvailability", { operationalStatus: "Inoperative", evse: { id: 1 } }],
  ["ChangeAvailability", { operationalStatus: "Operative" }],
  ["ClearCache", {}],
  ["GetBaseReport", { requestId: 1, reportBase: "SummaryInventory" }],
  ["RequestStartTransaction", { idToken: { idToken: "REMOTE", type: "Central" }, remoteStartId: 1 }],
  ["Reset", { type: "OnIdle" }],
  [
    "SetVariables",
    {
      setVariableData: [
        {
          component: { name: "SampledDataCtrlr" },
          variable: { name: "TxUpdatedInterval" },
          attributeValue: "30",
        },
      ],
    },
  ],
);
const wait = fc.integer({ min: 1, max: 100 });

describe.each([
  ["1.6", v16.booted, v16.dialogue, asked16],
  ["2.0.1", v201.booted, v201.dialogue, asked201],
] as const)("of any story in %s", (_, booted, dialogue, asked) => {
  const story = fc.array(fc.oneof(happening, asked, wait), { maxLength: 40 });
  const onPowerLoss = fc.constantFrom("end-transactions" as const, "resume-transactions" as const);

  it("a life that is cut off and one that ends in good order know the same", () => {
    fc.assert(
      fc.property(story, onPowerLoss, (steps, afterLoss) => {
        const d = booted({ description: twoConnectors, onPowerLoss: afterLoss });
        let before = JSON.stringify(keptOf(d.station, 0));
        for (const step of steps) {
          if (typeof step === "number") d.wait(step);
          else if (Array.isArray(step)) d.ask(step[0], step[1] as { [member: string]: unknown });
          else d.do(step);
          const after = JSON.stringify(keptOf(d.station, 0));
          if (!d.station.touched() && Array.isArray(step)) {
            // Only the last event of the step is judged; a CALL that leads to nothing more is the last one.
            expect(after).toBe(before);
          }
          before = after;
        }
        const cutOff = dialogue({
          description: twoConnectors,
          onPowerLoss: afterLoss,
          kept: keptOf(d.station, d.now),
          start: d.now,
        });
        d.do({ kind: "power-off" });
        expect(renumbered(cutOff.station)).toEqual(renumbered(d.station));
      }),
      { numRuns: 150 },
    );
  });
});
