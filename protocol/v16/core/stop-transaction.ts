import type { StopTransactionRequest } from "../../../schemas/v16/core/stop-transaction.ts";
import type { TransactionAnswer } from "../../model/messages/answer.ts";
import type { StopReason, TransactionFact } from "../../model/messages/fact.ts";
import { timestamp } from "../../payload/read.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTagInfo } from "./id-tag.ts";
import { meterValues } from "./meter-value.ts";
import { transactionId } from "./transaction-id.ts";

export function stopTransaction(fact: TransactionFact): StopTransactionRequest {
  return {
    transactionId: transactionId(fact.transaction),
    meterStop: fact.meter,
    timestamp: timestamp(fact.at),
    reason: reasons[fact.stoppedReason ?? "Local"],
    ...(fact.token === null ? {} : { idTag: fact.token.idToken }),
    ...(fact.readings.length === 0 ? {} : { transactionData: meterValues(fact.readings) }),
  };
}

export function readStopTransaction(payload: JsonObject): TransactionAnswer {
  return { id: null, token: readIdTagInfo(payload) };
}

const reasons: { readonly [R in StopReason]: NonNullable<StopTransactionRequest["reason"]> } = {
  Local: "Local",
  Remote: "Remote",
  EVDisconnected: "EVDisconnected",
  DeAuthorized: "DeAuthorized",
  ImmediateReset: "HardReset",
  SoftReset: "SoftReset",
  PowerLoss: "PowerLoss",
  StoppedByEV: "Other",
  Timeout: "Other",
  UnlockCommand: "UnlockCommand",
  GroundFault: "Other",
  OvercurrentFault: "Other",
  Other: "Other",
};
