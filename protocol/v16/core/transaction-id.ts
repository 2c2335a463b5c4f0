import type { TransactionIdentity } from "../../model/messages/fact.ts";

/** The CSMS's number, or -1 when its answer to the start never came (1.6 CE §3.18). */
export function transactionId(transaction: TransactionIdentity): number {
  return transaction.id === null ? -1 : Number(transaction.id);
}
