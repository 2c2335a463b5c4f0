import type { Static } from "typebox";
import { boolean, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({ transactionId: optional(text(36)) });

export const response = object({
  ongoingIndicator: optional(boolean()),
  messagesInQueue: boolean(),
});
export type GetTransactionStatusResponse = Static<typeof response>;
