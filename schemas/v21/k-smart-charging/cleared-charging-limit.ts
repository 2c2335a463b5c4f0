import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/cleared-charging-limit.ts";
import { ChargingLimitSource } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  chargingLimitSource: ChargingLimitSource,
  evseId: optional(atLeast(0)),
});

export const response = v201.response;
