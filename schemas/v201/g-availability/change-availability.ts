import type { Static } from "typebox";
import { oneOf, optional } from "../../shape.ts";
import { EVSE } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  operationalStatus: oneOf(["Inoperative", "Operative"]),
  /** Absent means the whole station. */
  evse: optional(EVSE),
});

export const response = object({
  status: oneOf(["Accepted", "Rejected", "Scheduled"]),
  statusInfo: optional(StatusInfo),
});
export type ChangeAvailabilityResponse = Static<typeof response>;
