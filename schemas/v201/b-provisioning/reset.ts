import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ type: oneOf(["Immediate", "OnIdle"]), evseId: optional(integer()) });

export const response = object({
  status: oneOf(["Accepted", "Rejected", "Scheduled"]),
  statusInfo: optional(StatusInfo),
});
export type ResetResponse = Static<typeof response>;
