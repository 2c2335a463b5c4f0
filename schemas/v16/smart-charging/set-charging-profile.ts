import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";

export const SetChargingProfileRequest = closed({
  connectorId: integer(),
  csChargingProfiles: ChargingProfile,
});
export type SetChargingProfileRequest = Static<typeof SetChargingProfileRequest>;

export const SetChargingProfileResponse = closed({ status: oneOf(["Accepted", "Rejected", "NotSupported"]) });
export type SetChargingProfileResponse = Static<typeof SetChargingProfileResponse>;
