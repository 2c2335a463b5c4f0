import type {
  TransactionEventRequest,
  TransactionEventResponse,
} from "../../../../../schemas/v201/e-transactions/transaction-event.ts";
import type { AnswerContext } from "../../answer.ts";
import { energyReading } from "./energy-reading.ts";
import { idTokenInfo } from "../id-token-info.ts";

/** Always answered, in whatever order events come (J02.FR.19). */
export function transactionEvent(
  request: TransactionEventRequest,
  context: AnswerContext,
): TransactionEventResponse {
  note(request, context);
  const response: TransactionEventResponse = {};
  // I03.FR.02, I03.FR.04: energy is free here, and that is said by a cost of 0.
  if (request.eventType === "Ended") response.totalCost = 0;
  // E01.FR.12, E02.FR.02: whenever a token was sent.
  if (request.idToken !== undefined) response.idTokenInfo = idTokenInfo(request.idToken, context);
  return response;
}

function note(request: TransactionEventRequest, context: AnswerContext): void {
  const readings = (request.meterValue ?? []).map(energyReading).filter((each) => each !== undefined);
  const about = {
    ...(request.evse === undefined ? {} : { evse: request.evse.id }),
    ...(request.idToken === undefined ? {} : { idToken: request.idToken.idToken }),
    ended: request.eventType === "Ended",
  };
  const id = request.transactionInfo.transactionId;
  context.transactions.note(id, request.timestamp, about);
  for (const reading of readings) context.transactions.note(id, request.timestamp, { reading });
}
