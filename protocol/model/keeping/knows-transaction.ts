import { runningTransactions } from "./kept-parts.ts";
import type { StationState } from "../state.ts";

/**
 * Whether a transaction runs, or messages about it wait, under this id of the wire; null: one of 1.6 that has no id yet, or will
 * never get one.
 */
export function knowsTransaction(station: StationState, id: string | null): boolean {
  if ([...runningTransactions(station).values()].some((transaction) => transaction.id === id)) return true;
  const { open, queue } = station.outbox;
  const entries = open ? [open.entry, ...queue] : queue;
  return entries.some(({ fact }) => fact.kind === "transaction" && fact.transaction.id === id);
}
