import { dateTime, integer } from "../../shape.ts";
import { ChargingSchedule } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  evseId: integer(),
  timeBase: dateTime(),
  chargingSchedule: ChargingSchedule,
});

export const response = reasoned(GenericStatus);
