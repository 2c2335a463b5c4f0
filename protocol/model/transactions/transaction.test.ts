import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, here, token, words } from "../../v201/testing.ts";
import { object, objects, text } from "../../payload/read.ts";
import type { StationEvent } from "../messages/event.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue, Said } from "../testing.ts";

const events = (d: Dialogue): Said[] => d.said.filter(({ action }) => action === "TransactionEvent");
const contexts = ({ payload }: Said): unknown[] =>
  objects(payload, "meterValue").flatMap((reading) =>
    objects(reading, "sampledValue")
      .slice(0, 1)
      .map((sample) => sample["context"]),
  );

test("first and last register are told in Started and Ended (E01.FR.09, E06.FR.11)", () => {
  const d = booted()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(30);
  d.do({ kind: "present-token", token });
  expect(events(d).map(contexts)).toEqual([["Transaction.Begin"], [], [], ["Transaction.End"]]);
});

test("where no EVSE was known at the start, the first register comes when energy flows (E03.FR.11, E04.FR.11)", () => {
  const d = booted({ description: twoConnectors }).do({ kind: "present-token", token });
  d.do({ kind: "plug-in", evse: 2, connector: 1 });
  expect(events(d).map(contexts)).toEqual([[], [], ["Transaction.Begin"]]);
  expect(events(d).map(({ payload }) => payload["evse"])).toEqual([
    undefined,
    { id: 2, connectorId: 1 },
    undefined,
  ]);
});

test("phases in use are told once, when energy begins to flow (E02.FR.18)", () => {
  const d = booted().do({ kind: "plug-in", ...here, ev: { phases: 1 } });
  d.do({ kind: "present-token", token })
    .do({ kind: "ev-suspend", ...here })
    .do({ kind: "ev-resume", ...here });
  const phases = events(d).map(({ payload }) => payload["numberOfPhasesUsed"]);
  expect(phases.filter((each) => each !== undefined)).toEqual([1]);
  expect(words(events(d)[phases.indexOf(1)] ?? { action: "", payload: {}, at: 0 })).toContain("Charging");
});

test("ids are never used again, and another life has others (E01.FR.08)", () => {
  const ids = new Set<string>();
  for (const start of [1_767_600_000_000, 1_767_600_000_001]) {
    const d = booted({ start });
    for (let round = 0; round < 50; round++) {
      d.do({ kind: "plug-in", ...here });
      ids.add(d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "");
      d.do({ kind: "unplug", ...here });
    }
  }
  expect(ids.size).toBe(100);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

const happening = fc.oneof(
  ...[1, 2].flatMap((evse) => [
    ...(["plug-in", "unplug", "fault", "clear-fault", "ev-suspend", "ev-resume"] as const).map((kind) =>
      fc.constant<StationEvent>({ kind, evse, connector: 1 }),
    ),
    ...["A", "B"].map((idToken) =>
      fc.constant<StationEvent>({ kind: "present-token", token: { ...token, idToken }, evse }),
    ),
  ]),
  fc.constant<StationEvent>({ kind: "present-token", token }),
  fc
    .constantFrom("drop-link" as const, "reconnect" as const, "power-off" as const, "power-on" as const)
    .map((kind): StationEvent => ({ kind })),
);
const story = fc.array(fc.oneof({ weight: 3, arbitrary: happening }, fc.integer({ min: 1, max: 90 })), {
  maxLength: 50,
});

function play(d: Dialogue, steps: (StationEvent | number)[]): Dialogue {
  for (const step of steps) {
    if (typeof step === "number") d.wait(step);
    else d.do(step);
  }
  return d.do({ kind: "power-on" }).do({ kind: "reconnect" }).wait(1);
}

describe("whatever happens", () => {
  const points = ["EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];
  const some = fc.subarray(points, { minLength: 1 }).map((each) => each.join());
  const onPowerLoss = fc.constantFrom("end-transactions" as const, "resume-transactions" as const);

  test("2.0.1 tells one Started, then all else without a gap, at most one Ended, and nothing after it (E01, E06)", () => {
    fc.assert(
      fc.property(story, some, some, onPowerLoss, (steps, startPoint, stopPoint, afterLoss) => {
        const settings = { "TxCtrlr.TxStartPoint": startPoint, "TxCtrlr.TxStopPoint": stopPoint };
        const d = play(booted({ description: twoConnectors, settings, onPowerLoss: afterLoss }), steps);
        const byId = Map.groupBy(events(d), ({ payload }) =>
          text(object(payload, "transactionInfo"), "transactionId"),
        );
        for (const each of byId.values()) {
          expect(each.map(({ payload }) => payload["seqNo"])).toEqual(each.map((_, index) => index));
          const types = each.map(({ payload }) => payload["eventType"]).join(" ");
          expect(types).toMatch(/^Started( Updated)*( Ended)?$/);
          // E01.FR.16, E02.FR.18: once at most.
          expect(each.filter(({ payload }) => payload["evse"]).length).toBeLessThanOrEqual(1);
          const times = each.map(({ payload }) => Date.parse(text(payload, "timestamp") ?? ""));
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("1.6 tells of each transaction its start, its values and its stop, in this order", () => {
    fc.assert(
      fc.property(story, onPowerLoss, (steps, afterLoss) => {
        const d = play(v16.booted({ description: twoConnectors, onPowerLoss: afterLoss }), steps);
        const told = d.said.filter(({ action }) => /Transaction|MeterValues/.test(action));
        let starts = 0;
        const byId = Map.groupBy(told, ({ action, payload }) =>
          action === "StartTransaction" ? ++starts : payload["transactionId"],
        );
        for (const each of byId.values()) {
          const actions = each.map(({ action }) => action).join(" ");
          expect(actions).toMatch(/^StartTransaction( MeterValues)*( StopTransaction)?$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
