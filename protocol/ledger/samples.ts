import { objects, text, time } from "../payload/read.ts";
import type { JsonObject } from "../wire/frame.ts";
import type { LedgerSample } from "./ledger.ts";

/** Where the samples of a message belong. */
export type Place = Pick<LedgerSample, "evse" | "connector" | "transactionId">;

/** What a version says in its own way. `unit` undefined: the message has none. */
export type Measured = Pick<LedgerSample, "value"> & { unit: string | undefined };

export const register = "Energy.Active.Import.Register";

/**
 * The samples in a list of readings, each with its time or that of the message (`at`). Absent members have the meanings
 * that all versions give them (1.6 C §7.43, SampledValueType); what `measure` finds no number in is left out.
 */
export function readSamples(
  readings: readonly JsonObject[],
  place: Place,
  at: number,
  measure: (sampledValue: JsonObject) => Measured | undefined,
): LedgerSample[] {
  return readings.flatMap((reading) => {
    const moment = time(reading, "timestamp") ?? at;
    return objects(reading, "sampledValue").flatMap((sampled) => {
      const measured = measure(sampled);
      if (measured === undefined) return [];
      const measurand = text(sampled, "measurand") ?? register;
      const sample: LedgerSample = {
        ...place,
        at: moment,
        measurand,
        phase: text(sampled, "phase") ?? null,
        location: text(sampled, "location") ?? "Outlet",
        unit: measured.unit ?? (measurand.startsWith("Energy.") ? "Wh" : ""),
        context: text(sampled, "context") ?? "Sample.Periodic",
        value: measured.value,
      };
      return [sample];
    });
  });
}
