import type { GetTransactionStatusResponse } from "../../../schemas/v201/e-transactions/get-transaction-status.ts";
import { hasTransactionFacts } from "../../model/outbox/outbox.ts";
import { text } from "../../payload/read.ts";
import { answer } from "../../model/messages/reply.ts";
import type { Handler } from "../../model/version.ts";

/** E14.FR.01-08. */
export const getTransactionStatus: Handler = (station, payload) => {
  const id = text(payload, "transactionId");
  const messagesInQueue = hasTransactionFacts(station, id);
  if (id === undefined) return answer({ messagesInQueue } satisfies GetTransactionStatusResponse);
  const running = station.evses.some((evse) => evse.transaction?.id === id);
  const ongoingIndicator = running || station.waiting?.transaction?.id === id;
  return answer({ ongoingIndicator, messagesInQueue } satisfies GetTransactionStatusResponse);
};
