import type { Static } from "typebox";
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
export type ChargingProfilePurpose = Static<typeof ChargingProfilePurpose>;

/** Open: the appendix lists the standard sources. */
export const ChargingLimitSource = text(20);
export type ChargingLimitSource = Static<typeof ChargingLimitSource>;

export const V2XFreqWattPoint = object({ frequency: number(), power: number() });
export type V2XFreqWattPoint = Static<typeof V2XFreqWattPoint>;

export const V2XSignalWattPoint = object({ signal: integer(), power: number() });
export type V2XSignalWattPoint = Static<typeof V2XSignalWattPoint>;

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
export type ChargingSchedulePeriod = Static<typeof ChargingSchedulePeriod>;

export const LimitAtSoC = object({
  /** Percent. */
  soc: between(0, 100),
  limit: number(),
});
export type LimitAtSoC = Static<typeof LimitAtSoC>;

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
export type ChargingSchedule = Static<typeof ChargingSchedule>;

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
export type ChargingProfile = Static<typeof ChargingProfile>;

export const ChargingScheduleUpdate = object(scheduleLimits);
export type ChargingScheduleUpdate = Static<typeof ChargingScheduleUpdate>;

export const ChargingProfileStatus = oneOf(["Accepted", "Rejected"]);
export type ChargingProfileStatus = Static<typeof ChargingProfileStatus>;
