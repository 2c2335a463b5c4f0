import type { Static } from "typebox";
import { boolean, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const GetTransactionStatusRequest = object({ transactionId: optional(text(36)) });

export const GetTransactionStatusResponse = object({
  ongoingIndicator: optional(boolean()),
  messagesInQueue: boolean(),
});
export type GetTransactionStatusResponse = Static<typeof GetTransactionStatusResponse>;
