import type { Static } from "typebox";
import { boolean, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const UsePriorityChargingRequest = object({ transactionId: text(36), activate: boolean() });
export type UsePriorityChargingRequest = Static<typeof UsePriorityChargingRequest>;

export const UsePriorityChargingResponse = object({
  status: oneOf(["Accepted", "Rejected", "NoProfile"]),
  statusInfo: optional(StatusInfo),
});
export type UsePriorityChargingResponse = Static<typeof UsePriorityChargingResponse>;
