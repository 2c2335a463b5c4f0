import type { RemoteStartTransactionResponse } from "../../../schemas/v16/core/remote-start-transaction.ts";
import { integer, text } from "../../payload/read.ts";
import { remoteStart } from "../../model/remote-control/remote-start-stop.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** 1.6 C §5.11. A charging profile that comes with it is not obeyed: this station does no smart charging. */
export const remoteStartTransaction: Handler = (station, payload) => {
  const idTag = text(payload, "idTag");
  if (idTag === undefined) return incomplete(station, "idTag");
  const result = remoteStart(station, {
    evse: integer(payload, "connectorId"),
    token: { idToken: idTag, type: "Central" },
    startId: null,
  });
  const response: RemoteStartTransactionResponse = { status: result ? "Accepted" : "Rejected" };
  return answer(response, result?.after);
};
