import type { Fact, TransactionIdentity } from "../messages/fact.ts";

/** Facts that wait to be told, in order; one at most is under way (1.6 J §4.1.1, Part 4 §4.1.1). */
export interface Outbox {
  queue: Entry[];
  /** How many in the queue do not outlive the loss of the link. */
  fleeting: number;
  open: { ref: number; entry: Entry; action: string } | null;
  nextRef: number;
  /** Of the next entry that outlives the loss of the link. */
  nextNumber: number;
  /** Intermediate transaction facts wait, by the operator's wish. */
  keepBack: boolean;
  /** Facts are being dropped because too many wait; the operator was told. */
  overflowing: boolean;
  /** What of it has to be kept still; null: all of it. */
  unkept: Unkept | null;
}

export interface Entry {
  /** Counts the entries that outlive the loss of the link; 0 for others. */
  readonly number: number;
  readonly fact: Fact;
  /** Times it was sent and not accepted. */
  failures: number;
  /** Epoch ms before which it must not be sent again. */
  notBefore: number;
  /** The CSMS asked for it, so it may go out while the boot is Pending (B02.FR.02). */
  readonly triggered: boolean;
}

/** What changed of the transaction facts that wait, queued or under way, since they were kept. */
export interface Unkept {
  /** By number, those that came or were tried in vain; null: waits no more. */
  entries: Map<number, Entry | null>;
  /** Keys of the transactions that these are about. */
  transactions: Set<number>;
  /** All transactions that facts wait about, by key, and how many facts. */
  waiting: Map<number, { transaction: TransactionIdentity; facts: number }>;
}
