import { boolean, integer, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingProfile } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const request = object({
  requestId: integer(),
  chargingLimitSource: ChargingLimitSource,
  evseId: integer(),
  chargingProfile: some(ChargingProfile),
  tbc: optional(boolean()),
});

export const response = object({});
