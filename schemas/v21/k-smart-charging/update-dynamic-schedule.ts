import { integer } from "../../shape.ts";
import { ChargingProfileStatus, ChargingScheduleUpdate } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  chargingProfileId: integer(),
  scheduleUpdate: ChargingScheduleUpdate,
});

export const response = reasoned(ChargingProfileStatus);
