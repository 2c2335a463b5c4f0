import { emit, notice } from "../messages/act.ts";
import type { Outcome } from "../messages/event.ts";
import type { Fact } from "../messages/fact.ts";
import type { StationState } from "../state.ts";
import { isSet, setTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";
import { wordingOf } from "../version.ts";
import { dequeue, enqueue, isDurable, winnow } from "./queue.ts";
import type { Entry, Outbox } from "./state.ts";
import { noteGone, noteWaiting } from "./unkept.ts";

/** More than a station would keep; a transaction of a week offline, sampled every minute, fits. */
const queueLimit = 12_000;
/** Most facts that wait besides those of transactions; a report on a large station fits. */
const fleetingLimit = 2000;

/** The first fact that may not be sent yet may be sent now. */
export const retryTimer = stationTimer("retry");

export function newOutbox(): Outbox {
  const counts = { fleeting: 0, nextRef: 1, nextNumber: 1 };
  return { queue: [], open: null, ...counts, keepBack: false, overflowing: false, unkept: null };
}

export interface TellOptions {
  triggered?: boolean;
  /** Before the transaction facts that wait, since those may be many. */
  ahead?: boolean;
}

/** Puts a fact in the queue, unless it is of the kind that does not outlive the moment and nobody can hear it. */
export function tell(station: StationState, fact: Fact, options: TellOptions = {}): void {
  const triggered = options.triggered ?? false;
  const wording = wordingOf(station.version, fact);
  if (!wording || wording.tells?.(fact as never) === false) return;
  if (!isWorthQueuing(station, fact, triggered)) return;
  const { outbox } = station;
  if (!isDurable(fact) && fact.kind !== "boot" && isCrowded(station)) return;
  const number = isDurable(fact) ? outbox.nextNumber++ : 0;
  enqueue(outbox, { number, fact, failures: 0, notBefore: 0, triggered }, options.ahead ?? false);
  if (outbox.queue.length > queueLimit) thinOut(station);
}

/** A CSMS may ask for more than it takes: what finds no room is dropped, and said once until there is room again. */
function isCrowded(station: StationState): boolean {
  const { outbox } = station;
  const crowded = outbox.fleeting >= fleetingLimit;
  if (crowded && !outbox.overflowing) {
    const text = `${String(fleetingLimit)} messages wait for the CSMS: what else it asks for is dropped.`;
    notice(station, "warning", text);
  }
  outbox.overflowing = crowded;
  return crowded;
}

function isWorthQueuing(station: StationState, fact: Fact, triggered: boolean): boolean {
  if (isDurable(fact)) return true;
  if (!station.link.online) {
    if (fact.kind === "crafted") notice(station, "warning", `${fact.action} was not sent: there is no link.`);
    return false;
  }
  return triggered || station.boot.status === "Accepted" || fact.kind === "boot" || fact.kind === "crafted";
}

/** Sends the next fact, if one may go out now. */
export function pump(station: StationState): void {
  const { outbox } = station;
  while (station.link.online && outbox.open === null) {
    const index = nextIndex(station);
    const entry = index < 0 ? null : dequeue(outbox, index);
    if (!entry) return;
    const message = wordingOf(station.version, entry.fact)?.message(entry.fact as never, station);
    if (!message) continue;
    const ref = outbox.nextRef++;
    outbox.open = { ref, entry, action: message.action };
    noteWaiting(outbox, entry);
    emit(station, { kind: "call", ref, action: message.action, payload: message.payload });
  }
}

/** Index of the first entry that may be sent; sets a timer when all that could go must wait. */
function nextIndex(station: StationState): number {
  const { queue, fleeting } = station.outbox;
  let held = false;
  let passed = 0;
  // Where all transaction messages are held, only the others are of interest.
  for (let index = 0; index < queue.length && !(held && passed === fleeting); index++) {
    const entry = queue[index];
    if (!entry) break;
    const durable = isDurable(entry.fact);
    if (!durable) passed++;
    if (durable && (held || isKeptBack(station, entry.fact))) continue;
    if (!isPermitted(station, entry)) {
      held ||= durable;
      continue;
    }
    if (entry.notBefore > station.now) {
      // Order among transaction messages holds while the first waits for its retry; others may overtake (1.6 C §3.7.1).
      held = true;
      if (!isSet(station, retryTimer)) setTimer(station, retryTimer, (entry.notBefore - station.now) / 1000);
      continue;
    }
    return index;
  }
  return -1;
}

function isKeptBack(station: StationState, fact: Fact): boolean {
  return station.outbox.keepBack && fact.kind === "transaction" && fact.phase === "updated";
}

/** Before acceptance only the boot itself and what the CSMS asked for (1.6 C §4.2, B01.FR.08, B02.FR.02, B03.FR.02). */
function isPermitted(station: StationState, entry: Entry): boolean {
  if (entry.fact.kind === "boot" || entry.fact.kind === "crafted") return true;
  if (station.boot.status === "Accepted") return true;
  return station.boot.status === "Pending" && entry.triggered;
}

/**
 * Takes note of what became of the open CALL; a transaction fact that was not accepted is queued again.
 * @returns what it was about; null when that CALL was given up already
 */
export function settle(
  station: StationState,
  ref: number,
  outcome: Outcome,
): { fact: Fact; action: string } | null {
  const { outbox } = station;
  if (outbox.open?.ref !== ref) return null;
  const { entry, action } = outbox.open;
  outbox.open = null;
  noteGone(outbox, entry);
  if (outcome.kind !== "result" && isDurable(entry.fact)) retryLater(station, entry, action, outcome);
  return { fact: entry.fact, action };
}

/** 1.6 C §3.7.1, E13.FR.02-04: wait the interval times the number of earlier sends, then give up and go on. */
function retryLater(station: StationState, entry: Entry, action: string, outcome: Outcome): void {
  const unsent = outcome.kind === "lost" || (outcome.kind === "not-sent" && !station.link.online);
  if (!unsent) {
    entry.failures++;
    const { transactionAttempts, transactionRetryInterval } = station.parameters;
    if (entry.failures >= transactionAttempts) {
      notice(station, "error", `${action} was given up after ${String(entry.failures)} attempts.`);
      giveUp(entry.fact);
      return;
    }
    entry.notBefore = station.now + transactionRetryInterval * entry.failures * 1000;
  }
  enqueue(station.outbox, entry, true);
}

function giveUp(fact: Fact): void {
  if (fact.kind === "transaction" && fact.phase === "started" && fact.transaction.id === null) {
    fact.transaction.startFailed = true;
  }
}

/** Whether transaction facts wait to be told; of one transaction, or of any when no id is given (E14.FR.04-08). */
export function hasTransactionFacts(station: StationState, id: string | undefined): boolean {
  const { queue, open } = station.outbox;
  const waits = ({ fact }: Entry): boolean =>
    fact.kind === "transaction" && (id === undefined || fact.transaction.id === id);
  return (open !== null && waits(open.entry)) || queue.some(waits);
}

/** The link is gone: only transaction facts stay. The open CALL has to be settled before. */
export function keepDurable(station: StationState): void {
  const { outbox } = station;
  for (const { fact } of outbox.queue) if (!isDurable(fact)) drop(station, fact);
  winnow(outbox, (entry) => isDurable(entry.fact));
}

/** The CSMS may never have heard of this fact. */
export function drop(station: StationState, fact: Fact): void {
  for (const { dropped } of station.blocks) dropped?.(station, fact);
}

/** Drops every other intermediate sample (E04.FR.07-08). */
function thinOut(station: StationState): void {
  const { outbox } = station;
  const before = outbox.queue.length;
  let drop = false;
  winnow(outbox, (entry) => {
    if (!isIntermediate(entry.fact)) return true;
    drop = !drop;
    return !drop;
  });
  if (outbox.queue.length < before)
    notice(station, "warning", "The queue was full: every other intermediate meter value was dropped.");
}

/** Neither start nor end, nor what is told once: token, EVSE, phases (E03.FR.01, E01.FR.16, E02.FR.18). */
function isIntermediate(fact: Fact): boolean {
  if (fact.kind !== "transaction" || fact.phase !== "updated") return false;
  return fact.token === null && !fact.tellEvse && fact.phases === null;
}
