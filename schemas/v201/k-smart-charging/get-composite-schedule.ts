import { dateTime, integer, optional, some } from "../../shape.ts";
import { ChargingRateUnit, ChargingSchedulePeriod } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const CompositeSchedule = object({
  evseId: integer(),
  /** Seconds. */
  duration: integer(),
  scheduleStart: dateTime(),
  chargingRateUnit: ChargingRateUnit,
  chargingSchedulePeriod: some(ChargingSchedulePeriod),
});

export const request = object({
  evseId: integer(),
  /** Seconds. */
  duration: integer(),
  chargingRateUnit: optional(ChargingRateUnit),
});

export const response = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
  schedule: optional(CompositeSchedule),
});
