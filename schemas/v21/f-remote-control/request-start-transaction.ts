import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/f-remote-control/request-start-transaction.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { IdToken } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  idToken: IdToken,
  evseId: optional(atLeast(1)),
  groupIdToken: optional(IdToken),
  chargingProfile: optional(ChargingProfile),
});

export const response = explained(v201.response);
