import { closed, integer, oneOf } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";

export const request = closed({
  connectorId: integer(),
  csChargingProfiles: ChargingProfile,
});

export const response = closed({ status: oneOf(["Accepted", "Rejected", "NotSupported"]) });
