import { between, number, optional } from "../../shape.ts";
import { object } from "./object.ts";

const any = () => optional(number());

/** What a vehicle that can discharge asks for: watt, ampere, volt, Wh, percent. */
export const V2XChargingParameters = object({
  minChargePower: any(),
  minChargePower_L2: any(),
  minChargePower_L3: any(),
  maxChargePower: any(),
  maxChargePower_L2: any(),
  maxChargePower_L3: any(),
  minDischargePower: any(),
  minDischargePower_L2: any(),
  minDischargePower_L3: any(),
  maxDischargePower: any(),
  maxDischargePower_L2: any(),
  maxDischargePower_L3: any(),
  minChargeCurrent: any(),
  maxChargeCurrent: any(),
  minDischargeCurrent: any(),
  maxDischargeCurrent: any(),
  minVoltage: any(),
  maxVoltage: any(),
  evTargetEnergyRequest: any(),
  evMinEnergyRequest: any(),
  evMaxEnergyRequest: any(),
  evMinV2XEnergyRequest: any(),
  evMaxV2XEnergyRequest: any(),
  targetSoC: optional(between(0, 100)),
});
