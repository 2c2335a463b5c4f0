import { atLeast, boolean, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingSchedule } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export { response } from "../../v201/k-smart-charging/notify-charging-limit.ts";

export const request = object({
  evseId: optional(atLeast(0)),
  chargingLimit: object({
    chargingLimitSource: ChargingLimitSource,
    isLocalGeneration: optional(boolean()),
    isGridCritical: optional(boolean()),
  }),
  chargingSchedule: optional(some(ChargingSchedule)),
});
