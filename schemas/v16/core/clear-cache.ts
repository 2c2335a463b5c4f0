import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const request = closed({});

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type ClearCacheResponse = Static<typeof response>;
