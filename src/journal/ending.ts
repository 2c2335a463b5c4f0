import type { TransactionRow } from "../store/store.ts";

/**
 * Why transactions ended that no message ended: their station was deleted, its process is gone for good, its state was
 * cleared, or it does not know them any more. In a form that no reason of the protocol has.
 */
export const ownReasons = ["station-deleted", "station-lost", "state-reset", "state-lost"] as const;
export type OwnReason = (typeof ownReasons)[number];

/** Which transactions of a station end, when (epoch ms) and why. */
export interface EndingRequest {
  at: number;
  reason: OwnReason;
  /** All that are open unless it says otherwise; asked when all earlier messages have been read. */
  which?: (row: TransactionRow) => boolean;
}

/** Ends transactions without a message. */
export interface Ending {
  station: string;
  /** Those that were open in the store. */
  rows: readonly TransactionRow[];
  /** Epoch ms. */
  at: number;
  reason: OwnReason;
}
