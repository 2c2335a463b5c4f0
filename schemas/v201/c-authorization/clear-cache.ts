import type { Static } from "typebox";
import { oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({});

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
export type ClearCacheResponse = Static<typeof response>;
