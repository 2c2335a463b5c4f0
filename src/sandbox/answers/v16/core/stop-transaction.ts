import type {
  StopTransactionRequest,
  StopTransactionResponse,
} from "../../../../../schemas/v16/core/stop-transaction.ts";
import type { AnswerContext } from "../../answer.ts";
import { idTagInfo } from "../id-tag-info.ts";

/** Always answered, also for an id that was never given, such as -1 (1.6 §4.10, errata §3.18). */
export function stopTransaction(
  request: StopTransactionRequest,
  context: AnswerContext,
): StopTransactionResponse {
  context.transactions.note(String(request.transactionId), request.timestamp, {
    reading: request.meterStop,
    ended: true,
  });
  return request.idTag === undefined ? {} : { idTagInfo: idTagInfo(context.token(request.idTag)) };
}
