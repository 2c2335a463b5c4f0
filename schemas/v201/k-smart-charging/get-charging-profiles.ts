import { integer, oneOf, optional, some } from "../../shape.ts";
import { ChargingLimitSource, ChargingProfilePurpose } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const ChargingProfileCriterion = object({
  chargingProfilePurpose: optional(ChargingProfilePurpose),
  stackLevel: optional(integer()),
  chargingProfileId: optional(some(integer())),
  chargingLimitSource: optional(some(ChargingLimitSource, 4)),
});

export const request = object({
  requestId: integer(),
  evseId: optional(integer()),
  chargingProfile: ChargingProfileCriterion,
});

export const response = reasoned(oneOf(["Accepted", "NoProfiles"]));
