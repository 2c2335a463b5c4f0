import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/customer-information.ts";
import { IdToken } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  requestId: atLeast(0),
  idToken: optional(IdToken),
});

export const response = explained(v201.response);
