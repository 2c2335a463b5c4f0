import { optional } from "../../shape.ts";
import * as v201 from "../../v201/g-availability/change-availability.ts";
import { EVSE } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  /** Absent means the whole station. */
  evse: optional(EVSE),
});

export const response = explained(v201.response);
