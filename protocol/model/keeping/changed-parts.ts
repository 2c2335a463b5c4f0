import type { Unkept } from "../outbox/state.ts";
import { noteWaiting } from "../outbox/unkept.ts";
import type { StationState } from "../state.ts";
import {
  isTransactionEntry,
  keptParts,
  messageName,
  messagePart,
  partsOfStation,
  runningTransactions,
  transactionName,
  transactionPart,
  waitingEntries,
} from "./kept-parts.ts";
import type { KeptPart } from "./kept-parts.ts";

/** What may have changed of what has to outlive the process. */
export interface KeptChange {
  parts: Iterable<KeptPart>;
  /** Names of parts that are no more. Some of them may never have been asked for. */
  gone: readonly string[];
}

/**
 * What may have changed since this was asked the last time; all of it at first, or when `whole`. Costs as much as what
 * changed, however many messages wait. Whoever asks has to keep what it is told: it is not told again.
 */
export function takeChange(station: StationState, whole: boolean): KeptChange {
  const { outbox } = station;
  const { unkept } = outbox;
  if (whole || unkept === null) {
    outbox.unkept = beginAnew(station);
    return { parts: keptParts(station), gone: [] };
  }
  const parts = [...partsOfStation(station)];
  const gone: string[] = [];
  for (const [number, entry] of unkept.entries) {
    if (entry && isTransactionEntry(entry)) parts.push(messagePart(entry));
    else gone.push(messageName(number));
  }
  const running = runningTransactions(station);
  // No transaction ends without a fact that says so, and what its answer changes comes when one is gone.
  for (const key of unkept.transactions) {
    const about = unkept.waiting.get(key);
    if (about && !running.has(key)) parts.push(transactionPart(about.transaction));
    else gone.push(transactionName(key));
  }
  outbox.unkept = nothing(unkept.waiting);
  return { parts, gone };
}

/** All that waits is kept now, and what happens to it is taken note of. */
function beginAnew(station: StationState): Unkept {
  const unkept = nothing(new Map());
  for (const entry of waitingEntries(station)) noteWaiting({ unkept }, entry);
  return nothing(unkept.waiting);
}

function nothing(waiting: Unkept["waiting"]): Unkept {
  return { entries: new Map(), transactions: new Set(), waiting };
}
