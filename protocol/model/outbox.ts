import type { Fact } from "./fact.ts";

/** Facts that wait to be told, in order; one at most is under way. */
export interface Outbox {
  queue: Entry[];
  open: { ref: number; entry: Entry; action: string } | null;
  nextRef: number;
}

export interface Entry {
  fact: Fact;
  /** Times it was sent and not accepted. */
  failures: number;
  /** Epoch ms before which it must not be sent again. */
  notBefore: number;
  /** The CSMS asked for it, so it may go out while the boot is Pending (B02.FR.02). */
  prompted: boolean;
}
