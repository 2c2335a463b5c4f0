import { atLeast, some } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/report-charging-profiles.ts";
import { ChargingLimitSource, ChargingProfile } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  chargingLimitSource: ChargingLimitSource,
  evseId: atLeast(0),
  chargingProfile: some(ChargingProfile),
});

export const response = v201.response;
