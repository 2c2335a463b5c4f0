import type { AuthorizeRequest, AuthorizeResponse } from "../../../../../schemas/v16/core/authorize.ts";
import type { AnswerContext } from "../../answer.ts";
import { idTagInfo } from "../id-tag-info.ts";

export function authorize(request: AuthorizeRequest, context: AnswerContext): AuthorizeResponse {
  return { idTagInfo: idTagInfo(context.token(request.idTag)) };
}
