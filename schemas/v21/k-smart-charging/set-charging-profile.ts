import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/k-smart-charging/set-charging-profile.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  /** 0 means the whole station. */
  evseId: atLeast(0),
  chargingProfile: ChargingProfile,
});

export const response = explained(v201.response);
