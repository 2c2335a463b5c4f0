import { atLeast, optional } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/customer-information.ts";
import { IdToken } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const CustomerInformationRequest = revised(v201.CustomerInformationRequest, {
  requestId: atLeast(0),
  idToken: optional(IdToken),
});

export const CustomerInformationResponse = explained(v201.CustomerInformationResponse);
