import type { Batch } from "../../store/store.ts";

/** Frames of some turns with what the ledger read out of them: the unit that goes into the spool. Numbered like batches. */
export interface Portion {
  batch: Batch;
  /** When the oldest of its frames was recorded, ms of a steady clock. */
  since: number;
  bytes: number;
  /** How many records were recorded up to its end. */
  end: number;
  spooled: boolean;
  /** The write into the spool under way. */
  spooling: Promise<void> | null;
}
