import { integer, optional } from "../../shape.ts";
import { ChargingLimitSource } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const request = object({
  chargingLimitSource: ChargingLimitSource,
  evseId: optional(integer()),
});

export const response = object({});
