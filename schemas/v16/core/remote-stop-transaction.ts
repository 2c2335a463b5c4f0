import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const RemoteStopTransactionRequest = closed({ transactionId: integer() });

export const RemoteStopTransactionResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type RemoteStopTransactionResponse = Static<typeof RemoteStopTransactionResponse>;
