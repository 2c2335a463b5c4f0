import type { VersionBlock } from "../../model/version.ts";
import { getTransactionStatus } from "./get-transaction-status.ts";
import { readTransactionEvent, transactionEvent } from "./transaction-event.ts";
import { variables } from "./variables.ts";

/** E: transactions. */
export const transactions: VersionBlock = {
  incoming: { GetTransactionStatus: getTransactionStatus },
  wording: {
    transaction: {
      message: (fact) => ({ action: "TransactionEvent", payload: transactionEvent(fact) }),
      answer: readTransactionEvent,
    },
  },
  settings: variables,
};
