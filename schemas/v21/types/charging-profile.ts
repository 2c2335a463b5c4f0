import {
  atLeast,
  between,
  boolean,
  dateTime,
  integer,
  number,
  oneOf,
  optional,
  some,
  text,
} from "../../shape.ts";
import * as v201 from "../../v201/types/charging-profile.ts";
import { object, revised } from "./object.ts";
import { OperationMode } from "./operation-mode.ts";
import { AbsolutePriceSchedule, PriceLevelSchedule } from "./price-schedule.ts";
import { SalesTariff } from "./sales-tariff.ts";
import { scheduleLimits } from "./schedule-limits.ts";

export const ChargingProfilePurpose = oneOf([
  ...v201.ChargingProfilePurpose.enum,
  "PriorityCharging",
  "LocalGeneration",
]);

/** Open: the appendix lists the standard sources. */
export const ChargingLimitSource = text(20);

export const V2XFreqWattPoint = object({ frequency: number(), power: number() });

export const V2XSignalWattPoint = object({ signal: integer(), power: number() });

export const ChargingSchedulePeriod = revised(v201.ChargingSchedulePeriod, {
  ...scheduleLimits,
  numberPhases: optional(between(0, 3)),
  phaseToUse: optional(between(0, 3)),
  preconditioningRequest: optional(boolean()),
  evseSleep: optional(boolean()),
  v2xBaseline: optional(number()),
  operationMode: optional(OperationMode),
  v2xFreqWattCurve: optional(some(V2XFreqWattPoint, 20)),
  v2xSignalWattCurve: optional(some(V2XSignalWattPoint, 20)),
});

export const LimitAtSoC = object({
  /** Percent. */
  soc: between(0, 100),
  limit: number(),
});

export const ChargingSchedule = revised(v201.ChargingSchedule, {
  chargingSchedulePeriod: some(ChargingSchedulePeriod, 1024),
  limitAtSoC: optional(LimitAtSoC),
  powerTolerance: optional(number()),
  signatureId: optional(atLeast(0)),
  /** Base64. */
  digestValue: optional(text(88)),
  useLocalTime: optional(boolean()),
  /** Seconds. */
  randomizedDelay: optional(atLeast(0)),
  salesTariff: optional(SalesTariff),
  absolutePriceSchedule: optional(AbsolutePriceSchedule),
  priceLevelSchedule: optional(PriceLevelSchedule),
});

export const ChargingProfile = revised(v201.ChargingProfile, {
  stackLevel: atLeast(0),
  chargingProfilePurpose: ChargingProfilePurpose,
  chargingProfileKind: oneOf([...v201.ChargingProfile.properties.chargingProfileKind.enum, "Dynamic"]),
  chargingSchedule: some(ChargingSchedule, 3),
  /** Seconds. */
  maxOfflineDuration: optional(integer()),
  invalidAfterOfflineDuration: optional(boolean()),
  /** Seconds. */
  dynUpdateInterval: optional(integer()),
  dynUpdateTime: optional(dateTime()),
  priceScheduleSignature: optional(text(256)),
});

export const ChargingScheduleUpdate = object(scheduleLimits);

export const ChargingProfileStatus = oneOf(["Accepted", "Rejected"]);
