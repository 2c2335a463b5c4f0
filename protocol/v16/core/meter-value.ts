import type { MeterValue } from "../../../schemas/v16/types/meter-value.ts";
import type { MeterReading } from "../../model/metering/meter-value.ts";
import { timestamp } from "../../payload/read.ts";

/** Readings in 1.6's form, where values are texts (1.6 C §7.43). */
export function meterValues(readings: readonly MeterReading[]): MeterValue[] {
  return readings.map(({ at, context, samples }) => ({
    timestamp: timestamp(at),
    sampledValue: samples.map((sample) => ({
      value: String(sample.value),
      context,
      measurand: sample.measurand,
      ...(sample.phase === undefined ? {} : { phase: sample.phase }),
      location: sample.location,
      unit: sample.unit,
    })),
  }));
}
