import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/types/sales-tariff.ts";
import { revised } from "./object.ts";

export const SalesTariff = revised(v201.SalesTariff, {
  id: atLeast(0),
  numEPriceLevels: optional(atLeast(0)),
});
