import { integer, oneOf, optional } from "../../shape.ts";
import { ChargingProfilePurpose } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  chargingProfileId: optional(integer()),
  chargingProfileCriteria: optional(
    object({
      evseId: optional(integer()),
      chargingProfilePurpose: optional(ChargingProfilePurpose),
      stackLevel: optional(integer()),
    }),
  ),
});

export const response = reasoned(oneOf(["Accepted", "Unknown"]));
