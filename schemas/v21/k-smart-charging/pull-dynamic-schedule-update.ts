import { integer, optional } from "../../shape.ts";
import { ChargingProfileStatus, ChargingScheduleUpdate } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ chargingProfileId: integer() });

export const response = object({
  status: ChargingProfileStatus,
  statusInfo: optional(StatusInfo),
  scheduleUpdate: optional(ChargingScheduleUpdate),
});
