import type { Static } from "typebox";
import { integer, optional } from "../../shape.ts";
import { ChargingLimitSource } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const ClearedChargingLimitRequest = object({
  chargingLimitSource: ChargingLimitSource,
  evseId: optional(integer()),
});
export type ClearedChargingLimitRequest = Static<typeof ClearedChargingLimitRequest>;

export const ClearedChargingLimitResponse = object({});
export type ClearedChargingLimitResponse = Static<typeof ClearedChargingLimitResponse>;
