import type { Static } from "typebox";
import { atLeast, oneOf, optional } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/reset.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  type: oneOf([...v201.request.properties.type.enum, "ImmediateAndResume"]),
  evseId: optional(atLeast(0)),
});

export const response = explained(v201.response);
export type ResetResponse = Static<typeof response>;
