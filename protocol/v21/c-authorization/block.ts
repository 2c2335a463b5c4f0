import type { AuthorizeRequest } from "../../../schemas/v21/c-authorization/authorize.ts";
import type { AuthorizeFact } from "../../model/messages/fact.ts";
import type { VersionBlock } from "../../model/version.ts";
import { readAuthorize } from "../../v201/c-authorization/authorize.ts";
import { authorization as authorization201 } from "../../v201/c-authorization/block.ts";
import { wireToken } from "./id-token.ts";

/** C: authorization. */
export const authorization: VersionBlock = {
  ...authorization201,
  wording: {
    authorize: {
      message: (fact) => ({ action: "Authorize", payload: authorize(fact) }),
      answer: readAuthorize,
    },
  },
};

/** C01.FR.01. */
function authorize(fact: AuthorizeFact): AuthorizeRequest {
  return { idToken: wireToken(fact.token) };
}
