import { closed, dateTime, integer, oneOf, optional } from "../../shape.ts";
import { ChargingRateUnit, ChargingSchedule } from "../types/charging-profile.ts";

export const request = closed({
  connectorId: integer(),
  /** Seconds. */
  duration: integer(),
  chargingRateUnit: optional(ChargingRateUnit),
});

export const response = closed({
  status: oneOf(["Accepted", "Rejected"]),
  connectorId: optional(integer()),
  scheduleStart: optional(dateTime()),
  chargingSchedule: optional(ChargingSchedule),
});
