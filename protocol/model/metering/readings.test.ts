import { expect, test } from "vitest";
import { version } from "../../v201/version.ts";
import { createState } from "../create-state.ts";
import { oneConnector } from "../testing.ts";
import { switchEnergy } from "../transactions/charging.ts";
import { measurands } from "./meter-value.ts";
import type { MeterReading, Sample } from "./meter-value.ts";
import { readMeter } from "./readings.ts";

const all = measurands as readonly string[];

/** The meter of an EVSE of 22 kW after 20 seconds at an EV of 11 kW. */
function read(phases: 1 | 3, wanted: readonly string[], seed = 1): MeterReading | null {
  const made = createState({ description: oneConnector, settings: {}, seed, version, now: 0 });
  const [evse] = made.evses;
  if (!evse) throw new Error("no EVSE");
  const [connector] = evse.connectors;
  const ev = { capacity: 60_000, soc: 35, maxPower: 11_000, phases, suspended: false };
  if (connector) Object.assign(connector, { ev, pluggedAt: 1 });
  switchEnergy(made, evse, "Charging");
  made.now = 20_000;
  return readMeter(made, evse, wanted, "Sample.Periodic");
}

const of = (reading: MeterReading | null, measurand: string): Sample[] =>
  reading?.samples.filter((sample) => sample.measurand === measurand) ?? [];

test("each measurand in its unit, at the place where it is measured", () => {
  const reading = read(3, all);
  expect(reading).toMatchObject({ at: 20_000, context: "Sample.Periodic" });
  expect(
    reading?.samples.map(({ measurand, unit, location, phase }) => [measurand, unit, location, phase]),
  ).toEqual([
    ["Energy.Active.Import.Register", "Wh", "Outlet", undefined],
    ["Power.Active.Import", "W", "Outlet", undefined],
    ["Power.Offered", "W", "Outlet", undefined],
    ...["L1", "L2", "L3"].map((phase) => ["Current.Import", "A", "Outlet", phase]),
    ["Current.Offered", "A", "Outlet", undefined],
    ...["L1-N", "L2-N", "L3-N"].map((phase) => ["Voltage", "V", "Outlet", phase]),
    ["SoC", "Percent", "EV", undefined],
  ]);
});

test.each([1, 3] as const)(
  "voltage times current is the power, on %i phases, and no more than is offered",
  (phases) => {
    const reading = read(phases, all);
    const volts = of(reading, "Voltage").map(({ value }) => value);
    const amperes = of(reading, "Current.Import").map(({ value }) => value);
    const watts = of(reading, "Power.Active.Import")[0]?.value ?? NaN;
    expect([volts.length, amperes.length]).toEqual([3, phases]);
    const product = amperes.reduce((sum, each, index) => sum + each * (volts[index] ?? NaN), 0);
    expect(Math.abs(product - watts)).toBeLessThan(0.005 * watts);
    expect(watts).toBeLessThanOrEqual(of(reading, "Power.Offered")[0]?.value ?? 0);
    for (const each of volts) expect(Math.abs(each - 230)).toBeLessThan(2);
  },
);

test("asking twice gives the same answer, another seed another one", () => {
  expect(read(3, all)).toEqual(read(3, all));
  expect(of(read(3, all), "Voltage")).not.toEqual(of(read(3, all, 2), "Voltage"));
});

test("what is not known here is left out, and nothing is left of nothing", () => {
  expect(read(3, ["Frequency", "SoC", "toString"])?.samples.map(({ measurand }) => measurand)).toEqual([
    "SoC",
  ]);
  expect(read(3, ["Frequency"])).toBeNull();
  expect(read(3, [])).toBeNull();
});
