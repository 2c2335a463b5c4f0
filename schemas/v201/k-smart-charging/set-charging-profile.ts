import { integer, oneOf } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  /** 0 means the whole station. */
  evseId: integer(),
  chargingProfile: ChargingProfile,
});

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
