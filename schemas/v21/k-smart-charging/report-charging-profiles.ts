import { atLeast, some } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/report-charging-profiles.ts";
import { ChargingLimitSource, ChargingProfile } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";

export { ReportChargingProfilesResponse } from "../../v201/k-smart-charging/report-charging-profiles.ts";

export const ReportChargingProfilesRequest = revised(v201.ReportChargingProfilesRequest, {
  chargingLimitSource: ChargingLimitSource,
  evseId: atLeast(0),
  chargingProfile: some(ChargingProfile),
});
