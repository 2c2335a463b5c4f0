import { closed, integer, oneOf, optional } from "../../shape.ts";
import { ChargingProfilePurpose } from "../types/charging-profile.ts";

export const request = closed({
  id: optional(integer()),
  connectorId: optional(integer()),
  chargingProfilePurpose: optional(ChargingProfilePurpose),
  stackLevel: optional(integer()),
});

export const response = closed({ status: oneOf(["Accepted", "Unknown"]) });
