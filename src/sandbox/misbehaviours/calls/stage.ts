import { asksBeforeAccepted } from "./asks-before-accepted.ts";
import { badCall } from "./bad-call.ts";
import { callsAtOnce } from "./calls-at-once.ts";
import { reusesMessageId } from "./reuses-message-id.ts";
import { wrongTransactionAsked } from "./wrong-transaction-asked.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const calls: readonly Misbehaviour[] = [
  asksBeforeAccepted,
  badCall,
  callsAtOnce,
  reusesMessageId,
  wrongTransactionAsked,
];
