import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/get-charging-profiles.ts";
import { ChargingLimitSource, ChargingProfilePurpose } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const ChargingProfileCriterion = revised(v201.ChargingProfileCriterion, {
  chargingProfilePurpose: optional(ChargingProfilePurpose),
  stackLevel: optional(atLeast(0)),
  chargingLimitSource: optional(some(ChargingLimitSource, 4)),
});

export const request = revised(v201.request, {
  evseId: optional(atLeast(0)),
  chargingProfile: ChargingProfileCriterion,
});

export const response = explained(v201.response);
