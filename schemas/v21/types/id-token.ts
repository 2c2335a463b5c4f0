import type { Static } from "typebox";
import { atLeast, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/types/id-token.ts";
import { MessageContent } from "./message-content.ts";
import { revised } from "./object.ts";

export const AdditionalInfo = revised(v201.AdditionalInfo, { additionalIdToken: text(255) });

export const IdToken = revised(v201.IdToken, {
  idToken: text(255),
  /** Open: the appendix lists the standard types. */
  type: text(20),
  additionalInfo: optional(some(AdditionalInfo)),
});
export type IdToken = Static<typeof IdToken>;

export const IdTokenInfo = revised(v201.IdTokenInfo, {
  evseId: optional(some(atLeast(0))),
  groupIdToken: optional(IdToken),
  personalMessage: optional(MessageContent),
});
