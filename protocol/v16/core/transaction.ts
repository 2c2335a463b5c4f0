import type { TransactionFact } from "../../model/messages/fact.ts";
import type { Message, Wording } from "../../model/version.ts";
import { transactionMeterValues } from "./meter-values.ts";
import { readStartTransaction, startTransaction } from "./start-transaction.ts";
import { readStopTransaction, stopTransaction } from "./stop-transaction.ts";

/** 1.6 hears of the start and end of a transaction, and of its meter values; of nothing else in between. */
export const transaction: Wording<"transaction"> = {
  tells: (fact) => fact.phase !== "updated" || fact.readings.length > 0,
  message: transactionMessage,
  answer(payload, fact) {
    switch (fact.phase) {
      case "started":
        return readStartTransaction(payload);
      case "updated":
        return { id: null, token: null };
      case "ended":
        return readStopTransaction(payload);
    }
  },
};

function transactionMessage(fact: TransactionFact): Message {
  switch (fact.phase) {
    case "started":
      return { action: "StartTransaction", payload: startTransaction(fact) };
    case "updated":
      return { action: "MeterValues", payload: transactionMeterValues(fact) };
    case "ended":
      return { action: "StopTransaction", payload: stopTransaction(fact) };
  }
}
