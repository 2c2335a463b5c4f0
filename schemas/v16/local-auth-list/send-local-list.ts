import type { Static } from "typebox";
import { closed, integer, list, oneOf, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const AuthorizationData = closed({ idTag: IdTag, idTagInfo: optional(IdTagInfo) });
export type AuthorizationData = Static<typeof AuthorizationData>;

export const SendLocalListRequest = closed({
  listVersion: integer(),
  localAuthorizationList: optional(list(AuthorizationData)),
  updateType: oneOf(["Differential", "Full"]),
});
export type SendLocalListRequest = Static<typeof SendLocalListRequest>;

export const SendLocalListResponse = closed({
  status: oneOf(["Accepted", "Failed", "NotSupported", "VersionMismatch"]),
});
export type SendLocalListResponse = Static<typeof SendLocalListResponse>;
