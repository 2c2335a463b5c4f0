import { atLeast, boolean, optional } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/notify-ev-charging-schedule.ts";
import { ChargingSchedule } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  evseId: atLeast(1),
  chargingSchedule: ChargingSchedule,
  selectedChargingScheduleId: optional(atLeast(0)),
  powerToleranceAcceptance: optional(boolean()),
});

export const response = explained(v201.response);
