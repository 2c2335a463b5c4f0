import type { MeterValuesRequest } from "../../../schemas/v16/core/meter-values.ts";
import type { MeterValuesFact, TransactionFact } from "../../model/messages/fact.ts";
import { meterValues } from "./meter-value.ts";
import { transactionId } from "./transaction-id.ts";

/** Values of a running transaction, which wait for its start to be answered. */
export function transactionMeterValues(fact: TransactionFact): MeterValuesRequest {
  return {
    connectorId: fact.evse,
    transactionId: transactionId(fact.transaction),
    meterValue: meterValues(fact.readings),
  };
}

export function otherMeterValues(fact: MeterValuesFact): MeterValuesRequest {
  const known = fact.transaction !== null && fact.transaction.id !== null;
  return {
    connectorId: fact.evse,
    ...(known && fact.transaction ? { transactionId: transactionId(fact.transaction) } : {}),
    meterValue: meterValues(fact.readings),
  };
}
