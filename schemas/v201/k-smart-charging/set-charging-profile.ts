import { integer, oneOf, optional } from "../../shape.ts";
import { ChargingProfile } from "../types/charging-profile.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  /** 0 means the whole station. */
  evseId: integer(),
  chargingProfile: ChargingProfile,
});

export const response = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
