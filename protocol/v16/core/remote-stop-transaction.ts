import type { RemoteStopTransactionResponse } from "../../../schemas/v16/core/remote-stop-transaction.ts";
import { integer } from "../../payload/read.ts";
import { remoteStop } from "../../model/remote-control/remote-start-stop.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** 1.6 C §5.12. */
export const remoteStopTransaction: Handler = (station, payload) => {
  const id = integer(payload, "transactionId");
  if (id === undefined) return incomplete(station, "transactionId");
  const after = remoteStop(station, String(id));
  const response: RemoteStopTransactionResponse = { status: after ? "Accepted" : "Rejected" };
  return answer(response, after ?? undefined);
};
