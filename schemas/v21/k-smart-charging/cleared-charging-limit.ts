import { atLeast, optional } from "../../shape.ts";
import { ChargingLimitSource } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export { response } from "../../v201/k-smart-charging/cleared-charging-limit.ts";

export const request = object({
  chargingLimitSource: ChargingLimitSource,
  evseId: optional(atLeast(0)),
});
