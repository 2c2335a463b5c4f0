import type { Static } from "typebox";
import { closed, oneOf, optional, string, text } from "../../shape.ts";

export const request = closed({
  vendorId: text(255),
  messageId: optional(text(50)),
  data: optional(string()),
});
export type DataTransferRequest = Static<typeof request>;

export const response = closed({
  status: oneOf(["Accepted", "Rejected", "UnknownMessageId", "UnknownVendorId"]),
  data: optional(string()),
});
export type DataTransferResponse = Static<typeof response>;
