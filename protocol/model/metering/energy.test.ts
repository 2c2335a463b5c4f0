import fc from "fast-check";
import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, dialogue, here, token } from "../../v201/testing.ts";
import { objects } from "../../payload/read.ts";
import { keptOf } from "../keeping/testing.ts";
import type { Ev, StationEvent } from "../messages/event.ts";
import type { Dialogue } from "../testing.ts";

/** Power and state of charge every minute of a charge. */
function charge(ev: Partial<Ev>, minutes: number): { power: number; soc: number; energy: number }[] {
  const d = booted({ settings: { "SampledDataCtrlr.TxUpdatedInterval": "0" } });
  d.do({ kind: "plug-in", ...here, ev }).do({ kind: "present-token", token });
  return Array.from({ length: minutes + 1 }, () => {
    const connector = d.station.snapshot(d.now).connectors[0];
    d.wait(60);
    return {
      power: connector?.power ?? NaN,
      soc: connector?.soc ?? NaN,
      energy: connector?.transaction?.energy ?? NaN,
    };
  });
}

test.each([
  ["the EV", { maxPower: 7000, phases: 3 } as const, 7000],
  ["its single phase", { maxPower: 50_000, phases: 1 } as const, 22_000 / 3],
  ["the connector", { maxPower: 50_000, phases: 3 } as const, 22_000],
])("power is limited by %s", (_, ev, limit) => {
  const [start, later] = charge(ev, 1);
  expect(start?.power).toBe(0);
  expect(later?.power).toBe(Math.round(limit));
});

test("power falls above 80 % and ends when the battery is full", () => {
  const minutes = charge({ soc: 70, capacity: 20_000, maxPower: 11_000 }, 90);
  const powers = minutes.slice(1).map(({ power }) => power);
  expect(powers).toEqual([...powers].sort((a, b) => b - a));
  expect(minutes.find(({ soc }) => soc > 90)?.power).toBeLessThan(6000);
  expect(minutes.at(-1)).toMatchObject({ power: 0, soc: 100 });
  // 30 % of 20 kWh are 6 kWh, of which 8 % get lost on the way.
  expect(minutes.at(-1)?.energy).toBeCloseTo(6000 / 0.92, -2);
});

test("a full battery, and one that says it is fuller than that, take nothing", () => {
  for (const soc of [100, 250]) {
    expect(charge({ soc }, 5).at(-1)).toMatchObject({ power: 0, soc: 100, energy: 0 });
  }
  expect(charge({ soc: -20 }, 1)[0]?.soc).toBe(0);
});

const happening = fc.oneof(
  fc
    .constantFrom("plug-in" as const, "unplug" as const, "ev-suspend" as const, "ev-resume" as const)
    .map((kind): StationEvent => ({ kind, ...here })),
  fc.constantFrom("fault" as const, "clear-fault" as const).map((kind): StationEvent => ({ kind, ...here })),
  fc.constant<StationEvent>({ kind: "present-token", token }),
  fc.constantFrom("power-off" as const, "power-on" as const).map((kind): StationEvent => ({ kind })),
);
const step = fc.oneof(
  { weight: 3, arbitrary: happening },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4000 }) },
  fc.constant("look" as const),
  fc.constant("next life" as const),
);

/** Every register that a message told, in the order of the messages. */
const told = (d: Dialogue): number[] =>
  d.said.flatMap(({ payload }) => [
    ...(typeof payload["meterStart"] === "number" ? [payload["meterStart"]] : []),
    ...objects(payload, "meterValue").flatMap((reading) =>
      objects(reading, "sampledValue")
        .filter(({ measurand }) => measurand === "Energy.Active.Import.Register")
        .map(({ value }) => Number(value)),
    ),
    ...(typeof payload["meterStop"] === "number" ? [payload["meterStop"]] : []),
  ]);

test.each([
  ["1.6", v16.booted, v16.dialogue],
  ["2.0.1", booted, dialogue],
] as const)(
  "%s: whatever happens, no register that is shown or told ever falls (J02.FR.16)",
  (_, begin, again) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let d = begin();
        const shown: number[] = [];
        const registers: number[] = [];
        for (const each of steps) {
          if (typeof each === "number") d.wait(each);
          else if (each === "look") d.station.snapshot(d.now + 3_600_000);
          else if (each === "next life") {
            registers.push(...told(d));
            d = again({ kept: keptOf(d.station, d.now), start: d.now }).do({ kind: "power-on" });
          } else d.do(each);
          shown.push(d.station.snapshot(d.now).connectors[0]?.energy ?? NaN);
        }
        registers.push(...told(d));
        expect(shown).toEqual(shown.toSorted((a, b) => a - b));
        expect(registers).toEqual(registers.toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  },
);
