import { boolean, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ transactionId: text(36), activate: boolean() });

export const response = object({
  status: oneOf(["Accepted", "Rejected", "NoProfile"]),
  statusInfo: optional(StatusInfo),
});
