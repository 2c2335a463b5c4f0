import type { Static } from "typebox";
import { dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";

export const ReadingContext = oneOf([
  "Interruption.Begin",
  "Interruption.End",
  "Other",
  "Sample.Clock",
  "Sample.Periodic",
  "Transaction.Begin",
  "Transaction.End",
  "Trigger",
]);

export const Measurand = oneOf([
  "Current.Export",
  "Current.Import",
  "Current.Offered",
  "Energy.Active.Export.Register",
  "Energy.Active.Import.Register",
  "Energy.Reactive.Export.Register",
  "Energy.Reactive.Import.Register",
  "Energy.Active.Export.Interval",
  "Energy.Active.Import.Interval",
  "Energy.Active.Net",
  "Energy.Reactive.Export.Interval",
  "Energy.Reactive.Import.Interval",
  "Energy.Reactive.Net",
  "Energy.Apparent.Net",
  "Energy.Apparent.Import",
  "Energy.Apparent.Export",
  "Frequency",
  "Power.Active.Export",
  "Power.Active.Import",
  "Power.Factor",
  "Power.Offered",
  "Power.Reactive.Export",
  "Power.Reactive.Import",
  "SoC",
  "Voltage",
]);

export const Phase = oneOf(["L1", "L2", "L3", "N", "L1-N", "L2-N", "L3-N", "L1-L2", "L2-L3", "L3-L1"]);

export const Location = oneOf(["Body", "Cable", "EV", "Inlet", "Outlet"]);

export const SignedMeterValue = object({
  /** Base64. */
  signedMeterData: text(2500),
  signingMethod: text(50),
  encodingMethod: text(50),
  publicKey: text(2500),
});

export const UnitOfMeasure = object({
  /** Absent means Wh. */
  unit: optional(text(20)),
  /** Power of ten; absent means 0. */
  multiplier: optional(integer()),
});

export const SampledValue = object({
  value: number(),
  context: optional(ReadingContext),
  measurand: optional(Measurand),
  phase: optional(Phase),
  location: optional(Location),
  signedMeterValue: optional(SignedMeterValue),
  unitOfMeasure: optional(UnitOfMeasure),
});

export const MeterValue = object({ timestamp: dateTime(), sampledValue: some(SampledValue) });
export type MeterValue = Static<typeof MeterValue>;
