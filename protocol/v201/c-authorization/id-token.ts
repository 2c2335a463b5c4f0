import type { IdToken as WireToken } from "../../../schemas/v201/types/id-token.ts";
import type { IdToken } from "../../model/messages/event.ts";
import { object, text, time } from "../../payload/read.ts";
import type { TokenInfo } from "../../model/id-tokens/id-token.ts";
import type { JsonObject } from "../../wire/frame.ts";

const types: readonly WireToken["type"][] = [
  "Central",
  "eMAID",
  "ISO14443",
  "ISO15693",
  "KeyCode",
  "Local",
  "MacAddress",
  "NoAuthorization",
];

export function wireToken(token: IdToken): WireToken {
  return { idToken: token.idToken, type: types.find((type) => type === token.type) ?? "ISO14443" };
}

/** A token in a payload; undefined when there is none, or none that can be read. */
export function readToken(payload: JsonObject, member: string): IdToken | undefined {
  const token = object(payload, member);
  const idToken = text(token, "idToken");
  return idToken === undefined ? undefined : { idToken, type: text(token, "type") ?? "Central" };
}

/** `idTokenInfo` of an answer; null when it is missing. A status that cannot be read is not Accepted. */
export function readIdTokenInfo(payload: JsonObject): TokenInfo | null {
  const info = object(payload, "idTokenInfo");
  if (!info) return null;
  const group = readToken(info, "groupIdToken");
  const expiry = time(info, "cacheExpiryDateTime");
  return {
    status: text(info, "status") ?? "Unknown",
    ...(group === undefined ? {} : { group }),
    ...(expiry === undefined ? {} : { expiry }),
  };
}
