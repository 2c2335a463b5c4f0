import { catalogue } from "../../schemas/v16/catalogue.ts";
import { errorCodes } from "../../schemas/v16/error-codes.ts";
import { rules } from "../../schemas/v16/rules.ts";
import { Dialogue } from "../model/testing.ts";
import type { DialogueOptions, Said } from "../model/testing.ts";
import { createValidator } from "../validate/validator.ts";
import { version } from "./version.ts";

export const validator = createValidator(catalogue, errorCodes, rules);
export const currentTime = "2026-01-05T10:00:00.000Z";
export const accepted = { status: "Accepted" };

/** A station of 1.6 in front of a CSMS that accepts everything and numbers transactions from 1. */
export function dialogue(options: Partial<DialogueOptions> = {}): Dialogue {
  let transactions = 0;
  const answers = {
    BootNotification: { status: "Accepted", currentTime, interval: 300 },
    Heartbeat: { currentTime },
    Authorize: { idTagInfo: accepted },
    StartTransaction: () => ({ transactionId: ++transactions, idTagInfo: accepted }),
    StopTransaction: { idTagInfo: accepted },
    ...options.answers,
  };
  return new Dialogue({ version, validator, ...options, answers });
}

/** Switched on, accepted, and nothing heard of it yet. */
export function booted(options: Partial<DialogueOptions> = {}): Dialogue {
  return dialogue(options).do({ kind: "power-on" }).clear();
}

/** A transaction has just begun at connector 1. */
export function charging(options: Partial<DialogueOptions> = {}): Dialogue {
  return booted(options)
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .clear();
}

/** A message in a few words. */
export function words({ action, payload }: Said): string {
  switch (action) {
    case "StatusNotification":
      return `Status ${String(payload["connectorId"])} ${String(payload["status"])}`;
    case "StopTransaction":
      return `Stop ${String(payload["transactionId"])} ${String(payload["reason"])}`;
    case "StartTransaction":
      return `Start ${String(payload["connectorId"])} ${String(payload["idTag"])}`;
    case "MeterValues":
      return `MeterValues ${String(payload["connectorId"])} ${String(payload["transactionId"])}`;
    default:
      return action;
  }
}

export const here = { evse: 1, connector: 1 };
export const token = { idToken: "VALID-TOKEN", type: "ISO14443" };
