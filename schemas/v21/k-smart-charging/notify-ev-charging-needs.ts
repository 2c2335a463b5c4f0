import { atLeast, dateTime, number, oneOf, optional, some } from "../../shape.ts";
import {
  ChargingNeeds as EarlierNeeds,
  DCChargingParameters as EarlierDCParameters,
  response as earlier,
} from "../../v201/k-smart-charging/notify-ev-charging-needs.ts";
import { DERChargingParameters } from "../types/der-charging-parameters.ts";
import { EnergyTransferMode } from "../types/energy-transfer-mode.ts";
import { EVEnergyOffer } from "../types/ev-energy-offer.ts";
import { object, revised } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";
import { V2XChargingParameters } from "../types/v2x-charging-parameters.ts";

/** Wh, ampere, volt. */
export const ACChargingParameters = object({
  energyAmount: number(),
  evMinCurrent: number(),
  evMaxCurrent: number(),
  evMaxVoltage: number(),
});

/** Wh, ampere, volt, watt. */
export const DCChargingParameters = revised(EarlierDCParameters, {
  evMaxCurrent: number(),
  evMaxVoltage: number(),
  energyAmount: optional(number()),
  evMaxPower: optional(number()),
  evEnergyCapacity: optional(number()),
});

export const ChargingNeeds = revised(EarlierNeeds, {
  requestedEnergyTransfer: EnergyTransferMode,
  availableEnergyTransfer: optional(some(EnergyTransferMode)),
  controlMode: optional(oneOf(["ScheduledControl", "DynamicControl"])),
  mobilityNeedsMode: optional(oneOf(["EVCC", "EVCC_SECC"])),
  acChargingParameters: optional(ACChargingParameters),
  dcChargingParameters: optional(DCChargingParameters),
  v2xChargingParameters: optional(V2XChargingParameters),
  derChargingParameters: optional(DERChargingParameters),
  evEnergyOffer: optional(EVEnergyOffer),
});

export const request = object({
  evseId: atLeast(1),
  maxScheduleTuples: optional(atLeast(0)),
  chargingNeeds: ChargingNeeds,
  timestamp: optional(dateTime()),
});

export const response = reasoned(oneOf([...earlier.properties.status.enum, "NoChargingProfile"]));
