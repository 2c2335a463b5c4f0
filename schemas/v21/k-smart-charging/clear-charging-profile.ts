import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/clear-charging-profile.ts";
import { ChargingProfilePurpose } from "../types/charging-profile.ts";
import { object, revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  chargingProfileCriteria: optional(
    object({
      evseId: optional(atLeast(0)),
      chargingProfilePurpose: optional(ChargingProfilePurpose),
      stackLevel: optional(atLeast(0)),
    }),
  ),
});

export const response = explained(v201.response);
