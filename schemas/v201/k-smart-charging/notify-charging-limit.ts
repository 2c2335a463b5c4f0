import type { Static } from "typebox";
import { boolean, integer, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingSchedule } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const NotifyChargingLimitRequest = object({
  evseId: optional(integer()),
  chargingLimit: object({ chargingLimitSource: ChargingLimitSource, isGridCritical: optional(boolean()) }),
  chargingSchedule: optional(some(ChargingSchedule)),
});
export type NotifyChargingLimitRequest = Static<typeof NotifyChargingLimitRequest>;

export const NotifyChargingLimitResponse = object({});
export type NotifyChargingLimitResponse = Static<typeof NotifyChargingLimitResponse>;
