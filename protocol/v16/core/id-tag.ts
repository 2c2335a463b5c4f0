import { object, text, time } from "../../payload/read.ts";
import type { TokenInfo } from "../../model/id-tokens/id-token.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** `idTagInfo` of an answer; null when it is missing. A status that cannot be read is not Accepted. */
export function readIdTagInfo(payload: JsonObject): TokenInfo | null {
  const info = object(payload, "idTagInfo");
  if (!info) return null;
  const parent = text(info, "parentIdTag");
  const expiry = time(info, "expiryDate");
  return {
    status: text(info, "status") ?? "Invalid",
    ...(parent === undefined ? {} : { group: { idToken: parent, type: "Central" } }),
    ...(expiry === undefined ? {} : { expiry }),
  };
}
