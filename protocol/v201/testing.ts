import { catalogue } from "../../schemas/v201/catalogue.ts";
import { errorCodes } from "../../schemas/v201/error-codes.ts";
import { rules } from "../../schemas/v201/rules.ts";
import { isObject } from "../payload/read.ts";
import { Dialogue } from "../model/testing.ts";
import type { DialogueOptions, Said } from "../model/testing.ts";
import { createValidator } from "../validate/validator.ts";
import type { JsonObject } from "../wire/frame.ts";
import { version } from "./version.ts";

export const validator = createValidator(catalogue, errorCodes, rules);
export const currentTime = "2026-01-05T10:00:00.000Z";
export const accepted = { idTokenInfo: { status: "Accepted" } };

/** A station of 2.0.1 in front of a CSMS that accepts everything. */
export function dialogue(options: Partial<DialogueOptions> = {}): Dialogue {
  const answers = {
    BootNotification: { status: "Accepted", currentTime, interval: 300 },
    Heartbeat: { currentTime },
    Authorize: accepted,
    TransactionEvent: (payload: JsonObject) => (payload["idToken"] ? accepted : {}),
    ...options.answers,
  };
  return new Dialogue({ version, validator, ...options, answers });
}

/** Switched on, accepted, and nothing heard of it yet. */
export function booted(options: Partial<DialogueOptions> = {}): Dialogue {
  return dialogue(options).do({ kind: "power-on" }).clear();
}

/** A transaction has just begun at EVSE 1. */
export function charging(options: Partial<DialogueOptions> = {}): Dialogue {
  return booted(options)
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .clear();
}

/** A message in a few words; of a TransactionEvent type, trigger, state and what is told once. */
export function words({ action, payload }: Said): string {
  if (action === "StatusNotification") {
    return `Status ${String(payload["evseId"])} ${String(payload["connectorStatus"])}`;
  }
  if (action !== "TransactionEvent") return action;
  const info = isObject(payload["transactionInfo"]) ? payload["transactionInfo"] : {};
  const token = isObject(payload["idToken"]) ? payload["idToken"]["idToken"] : undefined;
  const parts = [
    payload["eventType"],
    payload["triggerReason"],
    info["chargingState"],
    info["stoppedReason"],
    payload["evse"] ? "+evse" : undefined,
    token ? "+token" : undefined,
  ];
  return parts.filter((part) => typeof part === "string").join(" ");
}

export const here = { evse: 1, connector: 1 };
export const token = { idToken: "VALID-TOKEN", type: "ISO14443" };
