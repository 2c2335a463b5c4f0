import type { VersionBlock } from "../../model/version.ts";
import { transactions as transactions201 } from "../../v201/e-transactions/block.ts";
import { readTransactionEvent } from "../../v201/e-transactions/transaction-event.ts";
import { transactionEvent } from "./transaction-event.ts";

/** E: transactions. */
export const transactions: VersionBlock = {
  ...transactions201,
  wording: {
    transaction: {
      message: (fact) => ({ action: "TransactionEvent", payload: transactionEvent(fact) }),
      answer: readTransactionEvent,
    },
  },
};
