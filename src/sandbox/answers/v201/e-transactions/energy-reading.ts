import type { MeterValue } from "../../../../../schemas/v201/types/meter-value.ts";

/** The register of imported energy in Wh, if the meter value has one. */
export function energyReading(meterValue: MeterValue): number | undefined {
  const sample = meterValue.sampledValue.find(
    (each) =>
      (each.measurand ?? "Energy.Active.Import.Register") === "Energy.Active.Import.Register" &&
      each.phase === undefined,
  );
  if (sample === undefined) return undefined;
  const { unit, multiplier } = { unit: "Wh", multiplier: 0, ...sample.unitOfMeasure };
  return sample.value * 10 ** multiplier * (unit === "kWh" ? 1000 : 1);
}
