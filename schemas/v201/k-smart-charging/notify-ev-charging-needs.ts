import { between, dateTime, integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

/** Wh, ampere, volt. */
export const ACChargingParameters = object({
  energyAmount: integer(),
  evMinCurrent: integer(),
  evMaxCurrent: integer(),
  evMaxVoltage: integer(),
});

/** Wh, ampere, volt, watt, percent. */
export const DCChargingParameters = object({
  evMaxCurrent: integer(),
  evMaxVoltage: integer(),
  energyAmount: optional(integer()),
  evMaxPower: optional(integer()),
  stateOfCharge: optional(between(0, 100)),
  evEnergyCapacity: optional(integer()),
  fullSoC: optional(between(0, 100)),
  bulkSoC: optional(between(0, 100)),
});

export const ChargingNeeds = object({
  requestedEnergyTransfer: oneOf(["DC", "AC_single_phase", "AC_two_phase", "AC_three_phase"]),
  departureTime: optional(dateTime()),
  acChargingParameters: optional(ACChargingParameters),
  dcChargingParameters: optional(DCChargingParameters),
});

export const request = object({
  evseId: integer(),
  maxScheduleTuples: optional(integer()),
  chargingNeeds: ChargingNeeds,
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "Processing"]));
