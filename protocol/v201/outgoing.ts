import type { Answer } from "../model/messages/answer.ts";
import { readBootAnswer } from "../model/provisioning/boot-answer.ts";
import type { Fact } from "../model/messages/fact.ts";
import type { StationState } from "../model/state.ts";
import type { Message } from "../model/version.ts";
import type { JsonObject } from "../wire/frame.ts";
import { bootNotification } from "./b-provisioning/boot-notification.ts";
import { authorize, readAuthorize } from "./c-authorization/authorize.ts";
import { readTransactionEvent, transactionEvent } from "./e-transactions/transaction-event.ts";
import { heartbeat } from "./g-availability/heartbeat.ts";
import { statusNotification } from "./g-availability/status-notification.ts";
import { meterValues } from "./j-metering/meter-values.ts";
import { firmwareStatusNotification } from "./l-firmware/firmware-status-notification.ts";
import { logStatusNotification } from "./n-diagnostics/log-status-notification.ts";

/** 2.x hears of everything but the station's own status. */
export function speaksOf(fact: Fact): boolean {
  return fact.kind !== "status" || fact.evse > 0;
}

export function message(fact: Fact, station: StationState): Message | undefined {
  switch (fact.kind) {
    case "boot":
      return { action: "BootNotification", payload: bootNotification(fact, station) };
    case "heartbeat":
      return { action: "Heartbeat", payload: { ...heartbeat() } };
    case "status":
      return { action: "StatusNotification", payload: statusNotification(fact) };
    case "authorize":
      return { action: "Authorize", payload: authorize(fact) };
    case "transaction":
      return { action: "TransactionEvent", payload: transactionEvent(fact) };
    case "metered":
      return { action: "MeterValues", payload: meterValues(fact) };
    case "progress":
      return fact.of === "firmware"
        ? { action: "FirmwareStatusNotification", payload: firmwareStatusNotification() }
        : { action: "LogStatusNotification", payload: logStatusNotification() };
    case "crafted":
    case "report":
      return { action: fact.action, payload: fact.payload };
  }
}

export function answer(fact: Fact, payload: JsonObject): Answer {
  if (fact.kind === "boot") return readBootAnswer(payload);
  if (fact.kind === "authorize") return readAuthorize(payload);
  return fact.kind === "transaction" ? readTransactionEvent(payload) : { kind: "noted" };
}
