import { atLeast, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";

export const Cost = object({
  costKind: oneOf(["CarbonDioxideEmission", "RelativePricePercentage", "RenewableGenerationPercentage"]),
  amount: integer(),
  /** Power of ten, -3 to 3 by the text. */
  amountMultiplier: optional(integer()),
});

export const ConsumptionCost = object({ startValue: number(), cost: some(Cost, 3) });

export const SalesTariffEntry = object({
  /** Seconds. */
  relativeTimeInterval: object({ start: integer(), duration: optional(integer()) }),
  ePriceLevel: optional(atLeast(0)),
  consumptionCost: optional(some(ConsumptionCost, 3)),
});

export const SalesTariff = object({
  id: integer(),
  salesTariffDescription: optional(text(32)),
  numEPriceLevels: optional(integer()),
  salesTariffEntry: some(SalesTariffEntry, 1024),
});
