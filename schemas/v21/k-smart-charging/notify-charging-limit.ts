import { atLeast, boolean, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/notify-charging-limit.ts";
import { ChargingLimitSource, ChargingSchedule } from "../types/charging-profile.ts";
import { object, revised } from "../types/object.ts";

export const request = revised(v201.request, {
  evseId: optional(atLeast(0)),
  chargingLimit: object({
    chargingLimitSource: ChargingLimitSource,
    isLocalGeneration: optional(boolean()),
    isGridCritical: optional(boolean()),
  }),
  chargingSchedule: optional(some(ChargingSchedule)),
});

export const response = v201.response;
