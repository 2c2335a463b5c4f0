import { oneOf, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/types/meter-value.ts";
import { revised } from "./object.ts";

export const Measurand = oneOf([
  ...v201.Measurand.enum,
  "Current.Export.Offered",
  "Current.Export.Minimum",
  "Current.Import.Offered",
  "Current.Import.Minimum",
  "Display.PresentSOC",
  "Display.MinimumSOC",
  "Display.TargetSOC",
  "Display.MaximumSOC",
  "Display.RemainingTimeToMinimumSOC",
  "Display.RemainingTimeToTargetSOC",
  "Display.RemainingTimeToMaximumSOC",
  "Display.ChargingComplete",
  "Display.BatteryEnergyCapacity",
  "Display.InletHot",
  "Energy.Active.Import.CableLoss",
  "Energy.Active.Import.LocalGeneration.Register",
  "Energy.Active.Setpoint.Interval",
  "EnergyRequest.Target",
  "EnergyRequest.Minimum",
  "EnergyRequest.Maximum",
  "EnergyRequest.Minimum.V2X",
  "EnergyRequest.Maximum.V2X",
  "EnergyRequest.Bulk",
  "Power.Active.Setpoint",
  "Power.Active.Residual",
  "Power.Export.Minimum",
  "Power.Export.Offered",
  "Power.Import.Offered",
  "Power.Import.Minimum",
  "Voltage.Minimum",
  "Voltage.Maximum",
]);

export const Location = oneOf([...v201.Location.enum, "Upstream"]);

export const SignedMeterValue = revised(v201.SignedMeterValue, {
  /** Base64. */
  signedMeterData: text(32768),
  signingMethod: optional(text(50)),
  publicKey: optional(text(2500)),
});

export const SampledValue = revised(v201.SampledValue, {
  measurand: optional(Measurand),
  location: optional(Location),
  signedMeterValue: optional(SignedMeterValue),
});

export const MeterValue = revised(v201.MeterValue, { sampledValue: some(SampledValue) });
