import type { Static } from "typebox";
import { closed } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const request = closed({ idTag: IdTag });
export type AuthorizeRequest = Static<typeof request>;

export const response = closed({ idTagInfo: IdTagInfo });
export type AuthorizeResponse = Static<typeof response>;
