import type { Fact } from "../messages/fact.ts";

/** Facts that wait to be told, in order; one at most is under way (1.6 J §4.1.1, Part 4 §4.1.1). */
export interface Outbox {
  queue: Entry[];
  open: { ref: number; entry: Entry; action: string } | null;
  nextRef: number;
  /** Of the next entry that outlives the loss of the link. */
  nextNumber: number;
  /** Intermediate transaction facts wait, by the operator's wish. */
  keepBack: boolean;
  /** Facts are being dropped because too many wait; the operator was told. */
  overflowing: boolean;
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
