import type { IdToken, IdTokenInfo } from "../../../../schemas/v201/types/id-token.ts";
import type { AnswerContext } from "../answer.ts";

/** C01.FR.06, C09.FR.12: the group goes along where there is one. */
export function idTokenInfo(token: IdToken, context: AnswerContext): IdTokenInfo {
  // C02.FR.02: a start button has no token to look up.
  if (token.type === "NoAuthorization") return { status: "Accepted" };
  const { status: known, group } = context.token(token.idToken);
  // C04.FR.01: a wrong PIN is Invalid; nobody needs to know whether it exists elsewhere.
  const status = token.type === "KeyCode" && known === "Unknown" ? "Invalid" : known;
  return group === undefined ? { status } : { status, groupIdToken: { idToken: group, type: "Central" } };
}
