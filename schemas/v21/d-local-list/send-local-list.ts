import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/d-local-list/send-local-list.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const AuthorizationData = revised(v201.AuthorizationData, {
  idToken: IdToken,
  idTokenInfo: optional(IdTokenInfo),
});

export const SendLocalListRequest = revised(v201.SendLocalListRequest, {
  localAuthorizationList: optional(some(AuthorizationData)),
});

export const SendLocalListResponse = explained(v201.SendLocalListResponse);
