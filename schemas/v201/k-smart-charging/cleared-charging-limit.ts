import { integer, optional } from "../../shape.ts";
import { ChargingLimitSource } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const ClearedChargingLimitRequest = object({
  chargingLimitSource: ChargingLimitSource,
  evseId: optional(integer()),
});

export const ClearedChargingLimitResponse = object({});
