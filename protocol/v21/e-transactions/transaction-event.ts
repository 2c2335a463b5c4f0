import type { TransactionEventRequest } from "../../../schemas/v21/e-transactions/transaction-event.ts";
import type { TransactionFact } from "../../model/messages/fact.ts";
import { transactionEvent as transactionEvent201 } from "../../v201/e-transactions/transaction-event.ts";
import { wireToken } from "../c-authorization/id-token.ts";

/** As in 2.0.1, but that a transaction that goes on after a loss of power is told as such (E17.FR.14). */
export function transactionEvent(fact: TransactionFact): TransactionEventRequest {
  const event = { ...transactionEvent201(fact), triggerReason: fact.trigger };
  return fact.token === null ? event : { ...event, idToken: wireToken(fact.token) };
}
