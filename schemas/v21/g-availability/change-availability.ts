import { optional } from "../../shape.ts";
import * as v201 from "../../v201/g-availability/change-availability.ts";
import { EVSE } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const ChangeAvailabilityRequest = revised(v201.ChangeAvailabilityRequest, {
  /** Absent means the whole station. */
  evse: optional(EVSE),
});

export const ChangeAvailabilityResponse = explained(v201.ChangeAvailabilityResponse);
