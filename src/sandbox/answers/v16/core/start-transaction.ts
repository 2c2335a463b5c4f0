import type {
  StartTransactionRequest,
  StartTransactionResponse,
} from "../../../../../schemas/v16/core/start-transaction.ts";
import type { AnswerContext } from "../../answer.ts";
import { idTagInfo } from "../id-tag-info.ts";

/** The token is looked at again, and an id is given whatever it is worth (1.6 §4.8). */
export function startTransaction(
  request: StartTransactionRequest,
  context: AnswerContext,
): StartTransactionResponse {
  const transactionId = context.transactions.begin({
    connector: request.connectorId,
    idTag: request.idTag,
    timestamp: request.timestamp,
    meterStart: request.meterStart,
  });
  return { idTagInfo: idTagInfo(context.token(request.idTag)), transactionId };
}
