import type { Static } from "typebox";
import { closed } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const AuthorizeRequest = closed({ idTag: IdTag });
export type AuthorizeRequest = Static<typeof AuthorizeRequest>;

export const AuthorizeResponse = closed({ idTagInfo: IdTagInfo });
export type AuthorizeResponse = Static<typeof AuthorizeResponse>;
