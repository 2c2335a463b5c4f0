import { atLeast, oneOf, optional } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/reset.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const ResetRequest = revised(v201.ResetRequest, {
  type: oneOf([...v201.ResetRequest.properties.type.enum, "ImmediateAndResume"]),
  evseId: optional(atLeast(0)),
});

export const ResetResponse = explained(v201.ResetResponse);
