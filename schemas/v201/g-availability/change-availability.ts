import type { Static } from "typebox";
import { oneOf, optional } from "../../shape.ts";
import { EVSE } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  operationalStatus: oneOf(["Inoperative", "Operative"]),
  /** Absent means the whole station. */
  evse: optional(EVSE),
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "Scheduled"]));
export type ChangeAvailabilityResponse = Static<typeof response>;
