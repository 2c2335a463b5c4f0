import { atLeast, dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";

export const BatteryData = object({
  evseId: atLeast(0),
  serialNumber: text(50),
  /** State of charge, percent. */
  soC: number({ minimum: 0, maximum: 100 }),
  /** State of health, percent. */
  soH: number({ minimum: 0, maximum: 100 }),
  productionDate: optional(dateTime()),
  vendorInfo: optional(text(500)),
});

export const request = object({
  eventType: oneOf(["BatteryIn", "BatteryOut", "BatteryOutTimeout"]),
  /** The same for all events of one swap, and as in the request for it. */
  requestId: integer(),
  idToken: IdToken,
  batteryData: some(BatteryData),
});

export const response = object({});
