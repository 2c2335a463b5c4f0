import { stopUnanswered } from "./stop-unanswered.ts";
import { transactionError } from "./transaction-error.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const frames: readonly Misbehaviour[] = [stopUnanswered, transactionError];
