import type { StartTransactionRequest } from "../../../schemas/v16/core/start-transaction.ts";
import type { TransactionAnswer } from "../../model/messages/answer.ts";
import type { TransactionFact } from "../../model/messages/fact.ts";
import { integer, timestamp } from "../../payload/read.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTagInfo } from "./id-tag.ts";

export function startTransaction(fact: TransactionFact): StartTransactionRequest {
  return {
    connectorId: fact.evse,
    idTag: fact.idToken?.idToken ?? "",
    meterStart: fact.meter,
    timestamp: timestamp(fact.at),
  };
}

/** The id comes from the CSMS, any integer (1.6 CE §3.54). */
export function readStartTransaction(payload: JsonObject): TransactionAnswer {
  const id = integer(payload, "transactionId");
  return { id: id === undefined ? null : String(id), token: readIdTagInfo(payload) };
}
