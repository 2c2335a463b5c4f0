import type { Static } from "typebox";
import { oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ transactionId: text(36) });

export const response = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
export type RequestStopTransactionResponse = Static<typeof response>;
