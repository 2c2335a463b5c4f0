import type { AuthorizeRequest } from "../../../schemas/v201/c-authorization/authorize.ts";
import type { TokenInfo } from "../../model/id-tokens/id-token.ts";
import type { AuthorizeFact } from "../../model/messages/fact.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTokenInfo, wireToken } from "./id-token.ts";

/** C01.FR.01. */
export function authorize(fact: AuthorizeFact): AuthorizeRequest {
  return { idToken: wireToken(fact.token) };
}

export function readAuthorize(payload: JsonObject): TokenInfo {
  return readIdTokenInfo(payload) ?? { status: "Unknown" };
}
