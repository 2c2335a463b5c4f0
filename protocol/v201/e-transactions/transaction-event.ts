import type {
  StoppedReason,
  TransactionEventRequest,
} from "../../../schemas/v201/e-transactions/transaction-event.ts";
import type { TransactionAnswer } from "../../model/messages/answer.ts";
import type { StopReason, TransactionFact } from "../../model/messages/fact.ts";
import { timestamp } from "../../payload/read.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { readIdTokenInfo, wireToken } from "../c-authorization/id-token.ts";
import { meterValues } from "../j-metering/meter-value.ts";

const eventTypes = { started: "Started", updated: "Updated", ended: "Ended" } as const;

/** One event of a transaction, with what has to be told once in the message where it is due (E01-E10). */
export function transactionEvent(fact: TransactionFact): TransactionEventRequest {
  const { transaction } = fact;
  const { remoteStartId } = transaction;
  return {
    eventType: eventTypes[fact.phase],
    timestamp: timestamp(fact.at),
    triggerReason: fact.trigger === "TxResumed" ? "ChargingStateChanged" : fact.trigger,
    seqNo: fact.seqNo,
    // E12.FR.01: told only when so.
    ...(fact.offline ? { offline: true } : {}),
    ...(fact.phases === null ? {} : { numberOfPhasesUsed: fact.phases }),
    transactionInfo: {
      transactionId: transaction.id ?? "",
      chargingState: fact.chargingState,
      ...(fact.stoppedReason === null ? {} : { stoppedReason: stoppedReasons[fact.stoppedReason] }),
      ...(fact.tellRemoteStart && remoteStartId !== null ? { remoteStartId } : {}),
    },
    ...(fact.tellEvse ? { evse: { id: fact.evse, connectorId: fact.connector } } : {}),
    ...(fact.token === null ? {} : { idToken: wireToken(fact.token) }),
    ...(fact.readings.length === 0 ? {} : { meterValue: meterValues(fact.readings) }),
  };
}

export function readTransactionEvent(payload: JsonObject): TransactionAnswer {
  return { id: null, token: readIdTokenInfo(payload) };
}

const stoppedReasons: { readonly [R in StopReason]: StoppedReason } = {
  Local: "Local",
  Remote: "Remote",
  EVDisconnected: "EVDisconnected",
  DeAuthorized: "DeAuthorized",
  ImmediateReset: "ImmediateReset",
  SoftReset: "ImmediateReset",
  PowerLoss: "PowerLoss",
  StoppedByEV: "StoppedByEV",
  Timeout: "Timeout",
  UnlockCommand: "Other",
  GroundFault: "GroundFault",
  OvercurrentFault: "OvercurrentFault",
  Other: "Other",
};
