import { closed, integer, list, oneOf, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const AuthorizationData = closed({ idTag: IdTag, idTagInfo: optional(IdTagInfo) });

export const SendLocalListRequest = closed({
  listVersion: integer(),
  localAuthorizationList: optional(list(AuthorizationData)),
  updateType: oneOf(["Differential", "Full"]),
});

export const SendLocalListResponse = closed({
  status: oneOf(["Accepted", "Failed", "NotSupported", "VersionMismatch"]),
});
