import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const ClearCacheRequest = closed({});

export const ClearCacheResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type ClearCacheResponse = Static<typeof ClearCacheResponse>;
