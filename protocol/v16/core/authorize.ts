import type { AuthorizeRequest } from "../../../schemas/v16/core/authorize.ts";
import type { TokenInfo } from "../../model/id-tokens/id-token.ts";
import type { AuthorizeFact } from "../../model/messages/fact.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTagInfo } from "./id-tag.ts";

export function authorize(fact: AuthorizeFact): AuthorizeRequest {
  return { idTag: fact.token.idToken };
}

export function readAuthorize(payload: JsonObject): TokenInfo {
  return readIdTagInfo(payload) ?? { status: "Invalid" };
}
