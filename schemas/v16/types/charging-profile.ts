import { closed, dateTime, integer, list, oneDecimal, oneOf, optional } from "../../shape.ts";

export const ChargingProfilePurpose = oneOf(["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"]);

export const ChargingRateUnit = oneOf(["A", "W"]);

export const ChargingSchedulePeriod = closed({
  /** Seconds from the start of the schedule. */
  startPeriod: integer(),
  /** In the schedule's unit, at most one decimal. */
  limit: oneDecimal(),
  numberPhases: optional(integer()),
});

export const ChargingSchedule = closed({
  /** Seconds. */
  duration: optional(integer()),
  startSchedule: optional(dateTime()),
  chargingRateUnit: ChargingRateUnit,
  chargingSchedulePeriod: list(ChargingSchedulePeriod),
  minChargingRate: optional(oneDecimal()),
});

export const ChargingProfile = closed({
  chargingProfileId: integer(),
  transactionId: optional(integer()),
  stackLevel: integer(),
  chargingProfilePurpose: ChargingProfilePurpose,
  chargingProfileKind: oneOf(["Absolute", "Recurring", "Relative"]),
  recurrencyKind: optional(oneOf(["Daily", "Weekly"])),
  validFrom: optional(dateTime()),
  validTo: optional(dateTime()),
  chargingSchedule: ChargingSchedule,
});
