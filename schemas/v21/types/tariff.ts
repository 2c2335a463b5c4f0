import { dateTime, integer, number, oneOf, optional, some, string, text } from "../../shape.ts";
import { MessageContent } from "./message-content.ts";
import { object } from "./object.ts";
import { Price, TaxRates } from "./price.ts";

/** When and where a price holds, for prices of every kind. */
const conditions = {
  /** HH:MM, local time. */
  startTimeOfDay: optional(string()),
  endTimeOfDay: optional(string()),
  dayOfWeek: optional(
    some(oneOf(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]), 7),
  ),
  /** YYYY-MM-DD, local time. */
  validFromDate: optional(string()),
  validToDate: optional(string()),
  evseKind: optional(oneOf(["AC", "DC"])),
};

/** Wh, ampere, watt, seconds. */
export const TariffConditions = object({
  ...conditions,
  minEnergy: optional(number()),
  maxEnergy: optional(number()),
  minCurrent: optional(number()),
  maxCurrent: optional(number()),
  minPower: optional(number()),
  maxPower: optional(number()),
  minTime: optional(integer()),
  maxTime: optional(integer()),
  minChargingTime: optional(integer()),
  maxChargingTime: optional(integer()),
  minIdleTime: optional(integer()),
  maxIdleTime: optional(integer()),
});

export const TariffConditionsFixed = object({
  ...conditions,
  paymentBrand: optional(text(20)),
  paymentRecognition: optional(text(20)),
});

export const TariffEnergyPrice = object({ priceKwh: number(), conditions: optional(TariffConditions) });

export const TariffTimePrice = object({ priceMinute: number(), conditions: optional(TariffConditions) });

export const TariffFixedPrice = object({
  priceFixed: number(),
  conditions: optional(TariffConditionsFixed),
});

export const TariffEnergy = object({ prices: some(TariffEnergyPrice), taxRates: optional(TaxRates) });

export const TariffTime = object({ prices: some(TariffTimePrice), taxRates: optional(TaxRates) });

export const TariffFixed = object({ prices: some(TariffFixedPrice), taxRates: optional(TaxRates) });

export const Tariff = object({
  tariffId: text(60),
  description: optional(some(MessageContent, 10)),
  /** ISO 4217. */
  currency: text(3),
  validFrom: optional(dateTime()),
  energy: optional(TariffEnergy),
  chargingTime: optional(TariffTime),
  idleTime: optional(TariffTime),
  fixedFee: optional(TariffFixed),
  reservationTime: optional(TariffTime),
  reservationFixed: optional(TariffFixed),
  minCost: optional(Price),
  maxCost: optional(Price),
});
