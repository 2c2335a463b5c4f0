import { atLeast, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/reserve-now.ts";
import { IdToken } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  id: atLeast(0),
  /** Open: the appendix lists the standard types. */
  connectorType: optional(text(20)),
  idToken: IdToken,
  evseId: optional(atLeast(0)),
  groupIdToken: optional(IdToken),
});

export const response = explained(v201.response);
