import type { Static } from "typebox";
import { closed, dateTime, list, oneOf, optional, string } from "../../shape.ts";

export const ReadingContext = oneOf([
  "Interruption.Begin",
  "Interruption.End",
  "Sample.Clock",
  "Sample.Periodic",
  "Transaction.Begin",
  "Transaction.End",
  "Trigger",
  "Other",
]);

export const Measurand = oneOf([
  "Energy.Active.Import.Register",
  "Energy.Active.Export.Register",
  "Energy.Reactive.Import.Register",
  "Energy.Reactive.Export.Register",
  "Energy.Active.Import.Interval",
  "Energy.Active.Export.Interval",
  "Energy.Reactive.Import.Interval",
  "Energy.Reactive.Export.Interval",
  "Power.Active.Import",
  "Power.Active.Export",
  "Power.Reactive.Import",
  "Power.Reactive.Export",
  "Power.Offered",
  "Power.Factor",
  "Current.Import",
  "Current.Export",
  "Current.Offered",
  "Voltage",
  "Frequency",
  "Temperature",
  "SoC",
  "RPM",
]);

export const Phase = oneOf(["L1", "L2", "L3", "N", "L1-N", "L2-N", "L3-N", "L1-L2", "L2-L3", "L3-L1"]);

export const Location = oneOf(["Body", "Cable", "EV", "Inlet", "Outlet"]);

/** `Celcius` is the original misspelling and stays legal beside the right one (1.6-J errata §2.1). */
export const UnitOfMeasure = oneOf([
  "Wh",
  "kWh",
  "varh",
  "kvarh",
  "W",
  "kW",
  "VA",
  "kVA",
  "var",
  "kvar",
  "A",
  "V",
  "K",
  "Celcius",
  "Celsius",
  "Fahrenheit",
  "Percent",
]);

export const SampledValue = closed({
  /** A decimal number as text, or signed data. */
  value: string(),
  context: optional(ReadingContext),
  format: optional(oneOf(["Raw", "SignedData"])),
  measurand: optional(Measurand),
  phase: optional(Phase),
  location: optional(Location),
  unit: optional(UnitOfMeasure),
});

export const MeterValue = closed({ timestamp: dateTime(), sampledValue: list(SampledValue) });
export type MeterValue = Static<typeof MeterValue>;
