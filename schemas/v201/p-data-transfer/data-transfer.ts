import type { Static } from "typebox";
import { anything, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  vendorId: text(255),
  messageId: optional(text(50)),
  /** Whatever the two vendors agreed on. */
  data: optional(anything()),
});
export type DataTransferRequest = Static<typeof request>;

export const response = object({
  status: oneOf(["Accepted", "Rejected", "UnknownMessageId", "UnknownVendorId"]),
  statusInfo: optional(StatusInfo),
  data: optional(anything()),
});
export type DataTransferResponse = Static<typeof response>;
