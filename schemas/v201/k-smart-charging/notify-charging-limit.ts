import { boolean, integer, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingSchedule } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const request = object({
  evseId: optional(integer()),
  chargingLimit: object({ chargingLimitSource: ChargingLimitSource, isGridCritical: optional(boolean()) }),
  chargingSchedule: optional(some(ChargingSchedule)),
});

export const response = object({});
