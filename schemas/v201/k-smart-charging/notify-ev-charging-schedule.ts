import type { Static } from "typebox";
import { dateTime, integer, optional } from "../../shape.ts";
import { ChargingSchedule } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const NotifyEVChargingScheduleRequest = object({
  evseId: integer(),
  timeBase: dateTime(),
  chargingSchedule: ChargingSchedule,
});
export type NotifyEVChargingScheduleRequest = Static<typeof NotifyEVChargingScheduleRequest>;

export const NotifyEVChargingScheduleResponse = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
});
export type NotifyEVChargingScheduleResponse = Static<typeof NotifyEVChargingScheduleResponse>;
