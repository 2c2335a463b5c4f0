import { atLeast, between, boolean, dateTime, integer, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";

/** Prices as ISO 15118-20 tells them to the vehicle. */

/** `value` times ten to the power of `exponent`. */
export const RationalNumber = object({ exponent: integer(), value: integer() });

export const PriceRule = object({
  parkingFeePeriod: optional(integer()),
  carbonDioxideEmission: optional(atLeast(0)),
  renewableGenerationPercentage: optional(between(0, 100)),
  energyFee: RationalNumber,
  parkingFee: optional(RationalNumber),
  powerRangeStart: RationalNumber,
});

export const PriceRuleStack = object({
  /** Seconds. */
  duration: integer(),
  priceRule: some(PriceRule, 8),
});

export const TaxRule = object({
  taxRuleID: atLeast(0),
  taxRuleName: optional(text(100)),
  taxIncludedInPrice: optional(boolean()),
  appliesToEnergyFee: boolean(),
  appliesToParkingFee: boolean(),
  appliesToOverstayFee: boolean(),
  appliesToMinimumMaximumCost: boolean(),
  taxRate: RationalNumber,
});

export const OverstayRule = object({
  overstayFee: RationalNumber,
  overstayRuleDescription: optional(text(32)),
  startTime: integer(),
  overstayFeePeriod: integer(),
});

export const OverstayRuleList = object({
  overstayPowerThreshold: optional(RationalNumber),
  overstayRule: some(OverstayRule, 5),
  overstayTimeThreshold: optional(integer()),
});

export const AdditionalSelectedServices = object({ serviceFee: RationalNumber, serviceName: text(80) });

export const AbsolutePriceSchedule = object({
  timeAnchor: dateTime(),
  priceScheduleID: atLeast(0),
  priceScheduleDescription: optional(text(160)),
  /** ISO 4217. */
  currency: text(3),
  language: text(8),
  priceAlgorithm: text(2000),
  minimumCost: optional(RationalNumber),
  maximumCost: optional(RationalNumber),
  priceRuleStacks: some(PriceRuleStack, 1024),
  taxRules: optional(some(TaxRule, 10)),
  overstayRuleList: optional(OverstayRuleList),
  additionalSelectedServices: optional(some(AdditionalSelectedServices, 5)),
});

export const PriceLevelScheduleEntry = object({
  /** Seconds. */
  duration: integer(),
  priceLevel: atLeast(0),
});

export const PriceLevelSchedule = object({
  timeAnchor: dateTime(),
  priceScheduleId: atLeast(0),
  priceScheduleDescription: optional(text(32)),
  numberOfPriceLevels: atLeast(0),
  priceLevelScheduleEntries: some(PriceLevelScheduleEntry, 100),
});
