import type { Static } from "typebox";
import { oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearCacheRequest = object({});

export const ClearCacheResponse = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
export type ClearCacheResponse = Static<typeof ClearCacheResponse>;
