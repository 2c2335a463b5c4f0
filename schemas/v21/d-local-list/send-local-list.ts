import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/d-local-list/send-local-list.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const AuthorizationData = revised(v201.AuthorizationData, {
  idToken: IdToken,
  idTokenInfo: optional(IdTokenInfo),
});

export const request = revised(v201.request, {
  localAuthorizationList: optional(some(AuthorizationData)),
});

export const response = explained(v201.response);
