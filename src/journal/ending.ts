import type { TransactionRow } from "../store/store.ts";

/**
 * Why transactions ended that no message ended: their station was deleted, its process is gone for good, or its state was
 * cleared. In a form that no reason of the protocol has.
 */
export const ownReasons = ["station-deleted", "station-lost", "state-reset"] as const;
export type OwnReason = (typeof ownReasons)[number];

/** Ends transactions without a message. */
export interface Ending {
  station: string;
  /** Those that were open in the store. */
  rows: readonly TransactionRow[];
  /** Epoch ms. */
  at: number;
  reason: OwnReason;
}
