import { expect, test } from "vitest";
import { numeric, text } from "../payload/read.ts";
import { readSamples } from "./samples.ts";

const place = { evse: 1, connector: 1, transactionId: "T" };
const read = (...readings: { [member: string]: unknown }[]) =>
  readSamples(readings, place, 7, (sampled) => {
    const value = numeric(sampled, "value");
    return value === undefined ? undefined : { value, unit: text(sampled, "unit") };
  });

test("absent members have the meanings that all versions give them (1.6 C §7.43, SampledValueType)", () => {
  expect(read({ sampledValue: [{ value: 1 }] })).toEqual([
    {
      ...place,
      at: 7,
      measurand: "Energy.Active.Import.Register",
      phase: null,
      location: "Outlet",
      unit: "Wh",
      context: "Sample.Periodic",
      value: 1,
    },
  ]);
});

test("Wh is the unit of energy only, and each reading has its own time", () => {
  const timestamp = "1970-01-01T00:00:01Z";
  const sampledValue = [
    { value: 1, measurand: "SoC" },
    { value: 2, measurand: "Energy.Reactive.Import.Interval" },
  ];
  const samples = read(
    { timestamp, sampledValue },
    { timestamp: "soon", sampledValue: [{ value: 3, unit: "kWh" }] },
  );
  expect(samples.map(({ at, unit }) => [at, unit])).toEqual([
    [1000, ""],
    [1000, "Wh"],
    [7, "kWh"],
  ]);
});

test("what has no number, and what is no list, is left out", () => {
  expect(read({ sampledValue: [{ value: "x" }, 5, null] }, { sampledValue: {} }, {})).toEqual([]);
});
