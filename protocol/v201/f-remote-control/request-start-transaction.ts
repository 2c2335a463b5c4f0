import type { RequestStartTransactionResponse } from "../../../schemas/v201/f-remote-control/request-start-transaction.ts";
import { integer } from "../../payload/read.ts";
import { remoteStart } from "../../model/remote-control/remote-start-stop.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";
import { readToken } from "../c-authorization/id-token.ts";

/** F01, F02. A charging profile is ignored, since this station does no smart charging (F01.FR.12). */
export const requestStartTransaction: Handler = (station, payload) => {
  const token = readToken(payload, "idToken");
  const startId = integer(payload, "remoteStartId");
  if (!token) return incomplete(station, "idToken");
  if (startId === undefined) return incomplete(station, "remoteStartId");
  const result = remoteStart(station, { evse: integer(payload, "evseId"), token, startId });
  if (!result) return answer({ status: "Rejected" } satisfies RequestStartTransactionResponse);
  const response: RequestStartTransactionResponse = {
    status: "Accepted",
    ...(result.transactionId === null ? {} : { transactionId: result.transactionId }),
  };
  return answer(response, result.after);
};
