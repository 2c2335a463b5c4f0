import type { TransactionIdentity } from "../messages/fact.ts";
import type { StationState } from "../state.ts";
import { runningTransactions } from "./kept-parts.ts";

/** A transaction as others saw it: by its id on the wire, null while the CSMS gave none, and its start (epoch ms, whole). */
export interface SeenTransaction {
  id: string | null;
  startedAt: number;
}

/**
 * Whether a transaction runs, or messages about it wait. Its start tells too: ids of 1.6 come from the CSMS, which may answer
 * twice, or after the station has given up.
 */
export function knowsTransaction(station: StationState, { id, startedAt }: SeenTransaction): boolean {
  const isIt = (known: TransactionIdentity): boolean =>
    (id !== null && known.id === id) || Math.floor(known.startedAt) === startedAt;
  const { open, queue } = station.outbox;
  const entries = open ? [open.entry, ...queue] : queue;
  return (
    [...runningTransactions(station).values()].some(isIt) ||
    entries.some(({ fact }) => fact.kind === "transaction" && isIt(fact.transaction))
  );
}
