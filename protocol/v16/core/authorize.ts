import type { AuthorizeRequest } from "../../../schemas/v16/core/authorize.ts";
import type { Answer } from "../../model/messages/answer.ts";
import type { AuthorizeFact } from "../../model/messages/fact.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTagInfo } from "../id-tag.ts";

export function authorize(fact: AuthorizeFact): AuthorizeRequest {
  return { idTag: fact.token.idToken };
}

export function readAuthorize(payload: JsonObject): Answer {
  return { kind: "token", info: readIdTagInfo(payload) ?? { status: "Invalid" } };
}
