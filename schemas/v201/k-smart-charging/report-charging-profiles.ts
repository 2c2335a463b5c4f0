import type { Static } from "typebox";
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
export type ReportChargingProfilesRequest = Static<typeof ReportChargingProfilesRequest>;

export const ReportChargingProfilesResponse = object({});
export type ReportChargingProfilesResponse = Static<typeof ReportChargingProfilesResponse>;
