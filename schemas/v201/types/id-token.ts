import type { Static } from "typebox";
import { dateTime, integer, oneOf, optional, some, text } from "../../shape.ts";
import { MessageContent } from "./message-content.ts";
import { object } from "./object.ts";

export const AdditionalInfo = object({ additionalIdToken: text(36), type: text(50) });

export const IdToken = object({
  idToken: text(36),
  type: oneOf([
    "Central",
    "eMAID",
    "ISO14443",
    "ISO15693",
    "KeyCode",
    "Local",
    "MacAddress",
    "NoAuthorization",
  ]),
  additionalInfo: optional(some(AdditionalInfo)),
});
export type IdToken = Static<typeof IdToken>;

export const IdTokenInfo = object({
  status: oneOf([
    "Accepted",
    "Blocked",
    "ConcurrentTx",
    "Expired",
    "Invalid",
    "NoCredit",
    "NotAllowedTypeEVSE",
    "NotAtThisLocation",
    "NotAtThisTime",
    "Unknown",
  ]),
  cacheExpiryDateTime: optional(dateTime()),
  chargingPriority: optional(integer()),
  language1: optional(text(8)),
  language2: optional(text(8)),
  evseId: optional(some(integer())),
  groupIdToken: optional(IdToken),
  personalMessage: optional(MessageContent),
});
export type IdTokenInfo = Static<typeof IdTokenInfo>;
