import type { TransactionFact, TransactionIdentity } from "../messages/fact.ts";
import type { Entry } from "../outbox/state.ts";
import type { EvseState, StationState } from "../state.ts";

/** The form of what is kept; a state of a later form cannot be read. */
export const keptFormat = 1;

/** What a station knew at the end of its life. */
export interface KeptState {
  format: number;
  /** Epoch ms of the last event that changed any of it. */
  at: number;
  /** By name; plain data. */
  parts: { readonly [name: string]: unknown };
}

/** A part of what has to outlive the process; states are written in parts, so that only what changed is. */
export interface KeptPart {
  name: string;
  /** Changes with the value, and is cheaper to compare; null: the value itself is to be compared. */
  stamp: string | null;
  /** Plain data. */
  value: () => unknown;
}

/** An entry of the outbox that outlives the process. */
export type TransactionEntry = Entry & { readonly fact: TransactionFact };

/** The station in parts. Transactions that only waiting messages know of are parts of their own, by key. */
export function* keptParts(station: StationState): Generator<KeptPart> {
  yield* partsOfStation(station);
  const running = runningTransactions(station);
  const ended = new Map<number, TransactionIdentity>();
  for (const entry of waitingEntries(station)) {
    const { transaction } = entry.fact;
    if (!running.has(transaction.key)) ended.set(transaction.key, transaction);
    yield messagePart(entry);
  }
  for (const transaction of ended.values()) yield transactionPart(transaction);
}

/** All parts but those of messages that wait. They are always the same ones. */
export function* partsOfStation(station: StationState): Generator<KeptPart> {
  const { members } = station;
  yield { name: "station", stamp: null, value: () => pick(station, members.station) };
  for (const evse of station.evses) {
    yield { name: `evse/${String(evse.id)}`, stamp: null, value: () => evsePart(station, evse) };
  }
  for (const member of members.large)
    yield { name: member, stamp: null, value: () => plain(station[member]) };
}

/** The part of a message that waits. */
export function messagePart(entry: TransactionEntry): KeptPart {
  const { fact, number, failures, notBefore } = entry;
  const value = (): object => ({ ...entry, fact: { ...fact, transaction: fact.transaction.key } });
  return { name: messageName(number), stamp: `${String(failures)} ${String(notBefore)}`, value };
}

/** The part of a transaction that does not run, and that messages wait about. */
export function transactionPart(transaction: TransactionIdentity): KeptPart {
  const { key, id, startFailed } = transaction;
  return {
    name: transactionName(key),
    stamp: `${String(id)} ${String(startFailed)}`,
    value: () => transaction,
  };
}

export const messageName = (number: number): string => `message/${String(number)}`;
export const transactionName = (key: number): string => `transaction/${String(key)}`;

/** Transaction messages that wait, the one under way first: its answer will never come to another life. */
export function waitingEntries({ outbox }: StationState): TransactionEntry[] {
  const open = outbox.open ? [outbox.open.entry] : [];
  return [...open, ...outbox.queue].filter(isTransactionEntry);
}

/** Whether an entry of the outbox outlives the process. */
export function isTransactionEntry(entry: Entry): entry is TransactionEntry {
  return entry.fact.kind === "transaction";
}

/** Those that run, by key. */
export function runningTransactions(station: StationState): Map<number, TransactionIdentity> {
  const running = new Map<number, TransactionIdentity>();
  for (const { transaction } of [...station.evses, ...(station.waiting ? [station.waiting] : [])]) {
    if (transaction) running.set(transaction.key, transaction);
  }
  return running;
}

function evsePart({ members }: StationState, evse: EvseState): object {
  const connectors = evse.connectors.map((connector) => pick(connector, members.connector));
  return { ...pick(evse, members.evse), connectors };
}

/** In a loop: this is done for every event. */
function pick<T extends object>(from: T, members: readonly (keyof T)[]): Partial<Record<keyof T, unknown>> {
  const picked: Partial<Record<keyof T, unknown>> = {};
  for (const member of members) picked[member] = plain(from[member]);
  return picked;
}

/** Maps as lists of pairs. */
function plain(value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
}
