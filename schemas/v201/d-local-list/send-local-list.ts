import { integer, oneOf, optional, some } from "../../shape.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const AuthorizationData = object({ idToken: IdToken, idTokenInfo: optional(IdTokenInfo) });

export const request = object({
  versionNumber: integer(),
  updateType: oneOf(["Differential", "Full"]),
  localAuthorizationList: optional(some(AuthorizationData)),
});

export const response = reasoned(oneOf(["Accepted", "Failed", "VersionMismatch"]));
