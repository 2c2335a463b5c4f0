import { dateTime, integer, number, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";

export const EVPowerScheduleEntry = object({
  /** Seconds. */
  duration: integer(),
  /** Watt. */
  power: number(),
});

export const EVPowerSchedule = object({
  timeAnchor: dateTime(),
  evPowerScheduleEntries: some(EVPowerScheduleEntry, 1024),
});

export const EVPriceRule = object({ energyFee: number(), powerRangeStart: number() });

export const EVAbsolutePriceScheduleEntry = object({
  /** Seconds. */
  duration: integer(),
  evPriceRule: some(EVPriceRule, 8),
});

export const EVAbsolutePriceSchedule = object({
  timeAnchor: dateTime(),
  /** ISO 4217. */
  currency: text(3),
  priceAlgorithm: text(2000),
  evAbsolutePriceScheduleEntries: some(EVAbsolutePriceScheduleEntry, 1024),
});

/** The power that a vehicle would give back, and for how much. */
export const EVEnergyOffer = object({
  evPowerSchedule: EVPowerSchedule,
  evAbsolutePriceSchedule: optional(EVAbsolutePriceSchedule),
});
