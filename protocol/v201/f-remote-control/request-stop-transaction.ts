import type { RequestStopTransactionResponse } from "../../../schemas/v201/f-remote-control/request-stop-transaction.ts";
import { text } from "../../payload/read.ts";
import { remoteStop } from "../../model/remote-control/remote-start-stop.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** F03.FR.07-08. */
export const requestStopTransaction: Handler = (station, payload) => {
  const id = text(payload, "transactionId");
  if (id === undefined) return incomplete(station, "transactionId");
  const after = remoteStop(station, id);
  const response: RequestStopTransactionResponse = { status: after ? "Accepted" : "Rejected" };
  return answer(response, after ?? undefined);
};
