import type { Static } from "typebox";
import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/d-local-list/send-local-list.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const AuthorizationData = revised(v201.AuthorizationData, {
  idToken: IdToken,
  idTokenInfo: optional(IdTokenInfo),
});
export type AuthorizationData = Static<typeof AuthorizationData>;

export const SendLocalListRequest = revised(v201.SendLocalListRequest, {
  localAuthorizationList: optional(some(AuthorizationData)),
});
export type SendLocalListRequest = Static<typeof SendLocalListRequest>;

export const SendLocalListResponse = explained(v201.SendLocalListResponse);
export type SendLocalListResponse = Static<typeof SendLocalListResponse>;
