import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ResetRequest = object({ type: oneOf(["Immediate", "OnIdle"]), evseId: optional(integer()) });

export const ResetResponse = object({
  status: oneOf(["Accepted", "Rejected", "Scheduled"]),
  statusInfo: optional(StatusInfo),
});
export type ResetResponse = Static<typeof ResetResponse>;
