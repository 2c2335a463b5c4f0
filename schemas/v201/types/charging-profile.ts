import { dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "./object.ts";
import { SalesTariff } from "./sales-tariff.ts";

export const ChargingProfilePurpose = oneOf([
  "ChargingStationExternalConstraints",
  "ChargingStationMaxProfile",
  "TxDefaultProfile",
  "TxProfile",
]);

export const ChargingRateUnit = oneOf(["A", "W"]);

export const ChargingLimitSource = oneOf(["EMS", "Other", "SO", "CSO"]);

export const ChargingSchedulePeriod = object({
  /** Seconds from the start of the schedule. */
  startPeriod: integer(),
  limit: number(),
  numberPhases: optional(integer()),
  phaseToUse: optional(integer()),
});

export const ChargingSchedule = object({
  id: integer(),
  startSchedule: optional(dateTime()),
  /** Seconds. */
  duration: optional(integer()),
  chargingRateUnit: ChargingRateUnit,
  chargingSchedulePeriod: some(ChargingSchedulePeriod, 1024),
  minChargingRate: optional(number()),
  salesTariff: optional(SalesTariff),
});

export const ChargingProfile = object({
  id: integer(),
  stackLevel: integer(),
  chargingProfilePurpose: ChargingProfilePurpose,
  chargingProfileKind: oneOf(["Absolute", "Recurring", "Relative"]),
  recurrencyKind: optional(oneOf(["Daily", "Weekly"])),
  validFrom: optional(dateTime()),
  validTo: optional(dateTime()),
  transactionId: optional(text(36)),
  chargingSchedule: some(ChargingSchedule, 3),
});
