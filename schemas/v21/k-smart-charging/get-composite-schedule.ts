import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/get-composite-schedule.ts";
import { ChargingSchedulePeriod } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const CompositeSchedule = revised(v201.CompositeSchedule, {
  evseId: atLeast(0),
  chargingSchedulePeriod: some(ChargingSchedulePeriod),
});

export const request = revised(v201.request, { evseId: atLeast(0) });

export const response = revised(v201.response, {
  statusInfo: optional(StatusInfo),
  schedule: optional(CompositeSchedule),
});
