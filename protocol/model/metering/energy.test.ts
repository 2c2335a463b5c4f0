import { expect, test } from "vitest";
import type { Ev } from "../messages/event.ts";
import { booted, here, token } from "../../v201/testing.ts";

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
