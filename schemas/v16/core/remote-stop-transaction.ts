import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const request = closed({ transactionId: integer() });

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type RemoteStopTransactionResponse = Static<typeof response>;
