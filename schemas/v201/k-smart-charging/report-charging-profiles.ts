import { boolean, integer, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingProfile } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";

export const ReportChargingProfilesRequest = object({
  requestId: integer(),
  chargingLimitSource: ChargingLimitSource,
  evseId: integer(),
  chargingProfile: some(ChargingProfile),
  tbc: optional(boolean()),
});

export const ReportChargingProfilesResponse = object({});
