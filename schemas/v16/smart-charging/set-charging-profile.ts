import { closed, integer, oneOf } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";

export const SetChargingProfileRequest = closed({
  connectorId: integer(),
  csChargingProfiles: ChargingProfile,
});

export const SetChargingProfileResponse = closed({ status: oneOf(["Accepted", "Rejected", "NotSupported"]) });
