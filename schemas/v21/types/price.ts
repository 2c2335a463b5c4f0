import { atLeast, number, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";

export const TaxRate = object({
  type: text(20),
  /** Percent. */
  tax: number(),
  /** Taxes of a higher level are raised on those below, too. */
  stack: optional(atLeast(0)),
});

export const TaxRates = some(TaxRate, 5);

export const Price = object({
  exclTax: optional(number()),
  inclTax: optional(number()),
  taxRates: optional(TaxRates),
});
