import type { MeterValue } from "../../../schemas/v201/types/meter-value.ts";
import type { MeterReading } from "../../model/metering/meter-value.ts";
import { timestamp } from "../../payload/read.ts";

/** Readings in the form of 2.x, where values are numbers. */
export function meterValues(readings: readonly MeterReading[]): MeterValue[] {
  return readings.map(({ at, context, samples }) => ({
    timestamp: timestamp(at),
    sampledValue: samples.map((sample) => ({
      value: sample.value,
      context,
      measurand: sample.measurand,
      ...(sample.phase === undefined ? {} : { phase: sample.phase }),
      location: sample.location,
      unitOfMeasure: { unit: sample.unit },
    })),
  }));
}
