import { closed, integer, list, oneOf, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const AuthorizationData = closed({ idTag: IdTag, idTagInfo: optional(IdTagInfo) });

export const request = closed({
  listVersion: integer(),
  localAuthorizationList: optional(list(AuthorizationData)),
  updateType: oneOf(["Differential", "Full"]),
});

export const response = closed({
  status: oneOf(["Accepted", "Failed", "NotSupported", "VersionMismatch"]),
});
