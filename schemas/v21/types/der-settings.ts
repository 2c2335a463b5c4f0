import { atLeast, boolean, dateTime, number, oneOf, optional, some } from "../../shape.ts";
import { object } from "./object.ts";

/** The contents of a DER control, one for each kind. */

const any = () => optional(number());
/** From when, and for how many seconds. */
const period = { startTime: optional(dateTime()), duration: any() };

/** What the numbers of a curve or a setpoint are a part of. */
export const DERUnit = oneOf([
  "Not_Applicable",
  "PctMaxW",
  "PctMaxVar",
  "PctWAvail",
  "PctVarAvail",
  "PctEffectiveV",
]);

export const Hysteresis = object({
  hysteresisHigh: any(),
  hysteresisLow: any(),
  hysteresisDelay: any(),
  hysteresisGradient: any(),
});

export const ReactivePowerParams = object({
  vRef: any(),
  autonomousVRefEnable: optional(boolean()),
  autonomousVRefTimeConstant: any(),
});

export const VoltageParams = object({
  hv10MinMeanValue: any(),
  hv10MinMeanTripDelay: any(),
  powerDuringCessation: optional(oneOf(["Active", "Reactive"])),
});

export const DERCurvePoints = object({ x: number(), y: number() });

export const DERCurve = object({
  priority: atLeast(0),
  yUnit: DERUnit,
  curveData: some(DERCurvePoints, 10),
  hysteresis: optional(Hysteresis),
  reactivePowerParams: optional(ReactivePowerParams),
  voltageParams: optional(VoltageParams),
  responseTime: any(),
  ...period,
});

export const EnterService = object({
  priority: atLeast(0),
  highVoltage: number(),
  lowVoltage: number(),
  highFreq: number(),
  lowFreq: number(),
  delay: any(),
  randomDelay: any(),
  rampRate: any(),
});

export const FixedPF = object({
  priority: atLeast(0),
  displacement: number(),
  excitation: boolean(),
  ...period,
});

export const FixedVar = object({ priority: atLeast(0), setpoint: number(), unit: DERUnit, ...period });

export const FreqDroop = object({
  priority: atLeast(0),
  overFreq: number(),
  underFreq: number(),
  overDroop: number(),
  underDroop: number(),
  responseTime: number(),
  ...period,
});

export const Gradient = object({ priority: atLeast(0), gradient: number(), softGradient: number() });

export const LimitMaxDischarge = object({
  priority: atLeast(0),
  pctMaxDischargePower: any(),
  powerMonitoringMustTrip: optional(DERCurve),
  ...period,
});
