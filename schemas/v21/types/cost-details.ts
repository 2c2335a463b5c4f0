import { boolean, dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";
import { Price } from "./price.ts";

export const CostDimension = object({
  /** `IdleTIme` is the spelling of the official schema, and the only one that it takes. */
  type: oneOf(["Energy", "MaxCurrent", "MinCurrent", "MaxPower", "MinPower", "IdleTIme", "ChargingTime"]),
  volume: number(),
});

export const ChargingPeriod = object({
  startPeriod: dateTime(),
  tariffId: optional(text(60)),
  dimensions: optional(some(CostDimension)),
});

export const TotalCost = object({
  /** ISO 4217. */
  currency: text(3),
  typeOfCost: oneOf(["NormalCost", "MinCost", "MaxCost"]),
  fixed: optional(Price),
  energy: optional(Price),
  chargingTime: optional(Price),
  idleTime: optional(Price),
  reservationTime: optional(Price),
  reservationFixed: optional(Price),
  total: object({ exclTax: optional(number()), inclTax: optional(number()) }),
});

/** Times in seconds. */
export const TotalUsage = object({
  energy: number(),
  chargingTime: integer(),
  idleTime: integer(),
  reservationTime: optional(integer()),
});

/** What a transaction cost, as the station worked it out. */
export const CostDetails = object({
  chargingPeriods: optional(some(ChargingPeriod)),
  totalCost: TotalCost,
  totalUsage: TotalUsage,
  failureToCalculate: optional(boolean()),
  failureReason: optional(text(500)),
});
