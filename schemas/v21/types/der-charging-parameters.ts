import type { Static } from "typebox";
import { number, oneOf, optional, some, text } from "../../shape.ts";
import { DERControl } from "./der-control.ts";
import { object } from "./object.ts";

const any = () => optional(number());

export const IslandingDetection = oneOf([
  "NoAntiIslandingSupport",
  "RoCoF",
  "UVP_OVP",
  "UFP_OFP",
  "VoltageVectorShift",
  "ZeroCrossingDetection",
  "OtherPassive",
  "ImpedanceMeasurement",
  "ImpedanceAtFrequency",
  "SlipModeFrequencyShift",
  "SandiaFrequencyShift",
  "SandiaVoltageShift",
  "FrequencyJump",
  "RCLQFactor",
  "OtherActive",
]);
export type IslandingDetection = Static<typeof IslandingDetection>;

/** What the inverter in a vehicle can do for the grid (ISO 15118-20). */
export const DERChargingParameters = object({
  evSupportedDERControl: optional(some(DERControl)),
  evOverExcitedMaxDischargePower: any(),
  evOverExcitedPowerFactor: any(),
  evUnderExcitedMaxDischargePower: any(),
  evUnderExcitedPowerFactor: any(),
  maxApparentPower: any(),
  maxChargeApparentPower: any(),
  maxChargeApparentPower_L2: any(),
  maxChargeApparentPower_L3: any(),
  maxDischargeApparentPower: any(),
  maxDischargeApparentPower_L2: any(),
  maxDischargeApparentPower_L3: any(),
  maxChargeReactivePower: any(),
  maxChargeReactivePower_L2: any(),
  maxChargeReactivePower_L3: any(),
  minChargeReactivePower: any(),
  minChargeReactivePower_L2: any(),
  minChargeReactivePower_L3: any(),
  maxDischargeReactivePower: any(),
  maxDischargeReactivePower_L2: any(),
  maxDischargeReactivePower_L3: any(),
  minDischargeReactivePower: any(),
  minDischargeReactivePower_L2: any(),
  minDischargeReactivePower_L3: any(),
  nominalVoltage: any(),
  nominalVoltageOffset: any(),
  maxNominalVoltage: any(),
  minNominalVoltage: any(),
  evInverterManufacturer: optional(text(50)),
  evInverterModel: optional(text(50)),
  evInverterSerialNumber: optional(text(50)),
  evInverterSwVersion: optional(text(50)),
  evInverterHwVersion: optional(text(50)),
  evIslandingDetectionMethod: optional(some(IslandingDetection)),
  evIslandingTripTime: any(),
  evMaximumLevel1DCInjection: any(),
  evDurationLevel1DCInjection: any(),
  evMaximumLevel2DCInjection: any(),
  evDurationLevel2DCInjection: any(),
  evReactiveSusceptance: any(),
  evSessionTotalDischargeEnergyAvailable: any(),
});
export type DERChargingParameters = Static<typeof DERChargingParameters>;
