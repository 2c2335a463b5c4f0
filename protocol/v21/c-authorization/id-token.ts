import type { IdToken as WireToken } from "../../../schemas/v21/types/id-token.ts";
import type { IdToken } from "../../model/messages/event.ts";

/** The type is any text since 2.1 (IdTokenEnumStringType): it goes out as it was presented. */
export function wireToken({ idToken, type }: IdToken): WireToken {
  return { idToken, type };
}
