import type { Answer } from "../model/messages/answer.ts";
import { readBootAnswer } from "../model/provisioning/boot-answer.ts";
import type { Fact, ProgressFact, TransactionFact } from "../model/messages/fact.ts";
import type { StationState } from "../model/state.ts";
import type { Message } from "../model/version.ts";
import type { JsonObject } from "../wire/frame.ts";
import { authorize, readAuthorize } from "./core/authorize.ts";
import { bootNotification } from "./core/boot-notification.ts";
import { heartbeat } from "./core/heartbeat.ts";
import { otherMeterValues, transactionMeterValues } from "./core/meter-values.ts";
import { readStartTransaction, startTransaction } from "./core/start-transaction.ts";
import { statusNotification } from "./core/status-notification.ts";
import { readStopTransaction, stopTransaction } from "./core/stop-transaction.ts";
import { diagnosticsStatusNotification } from "./firmware/diagnostics-status-notification.ts";
import { firmwareStatusNotification } from "./firmware/firmware-status-notification.ts";
import { logStatusNotification } from "./security/log-status-notification.ts";

/** 1.6 hears of the start and end of a transaction, and of its meter values; of nothing else in between. */
export function speaksOf(fact: Fact): boolean {
  return fact.kind !== "transaction" || fact.phase !== "updated" || fact.readings.length > 0;
}

export function message(fact: Fact, station: StationState): Message | undefined {
  switch (fact.kind) {
    case "boot":
      return { action: "BootNotification", payload: bootNotification(station) };
    case "heartbeat":
      return { action: "Heartbeat", payload: { ...heartbeat() } };
    case "status":
      return { action: "StatusNotification", payload: statusNotification(fact) };
    case "authorize":
      return { action: "Authorize", payload: authorize(fact) };
    case "transaction":
      return transactionMessage(fact);
    case "metered":
      return { action: "MeterValues", payload: otherMeterValues(fact) };
    case "progress":
      return progressMessage(fact);
    case "crafted":
    case "report":
      return { action: fact.action, payload: fact.payload };
  }
}

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

function progressMessage(fact: ProgressFact): Message {
  switch (fact.of) {
    case "firmware":
      return { action: "FirmwareStatusNotification", payload: firmwareStatusNotification() };
    case "diagnostics":
      return { action: "DiagnosticsStatusNotification", payload: diagnosticsStatusNotification() };
    case "log":
      return { action: "LogStatusNotification", payload: logStatusNotification() };
  }
}

export function answer(fact: Fact, payload: JsonObject): Answer {
  if (fact.kind === "boot") return readBootAnswer(payload);
  if (fact.kind === "authorize") return readAuthorize(payload);
  if (fact.kind !== "transaction") return { kind: "noted" };
  if (fact.phase === "started") return readStartTransaction(payload);
  return fact.phase === "ended" ? readStopTransaction(payload) : { kind: "noted" };
}
