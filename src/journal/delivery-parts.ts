import type { Batch } from "../store/store.ts";
import type { SpoolFeed } from "./spool/feed.ts";
import type { Spool } from "./spool/spool.ts";

export interface DeliveryLimits {
  maxBatch: number;
  maxBatchBytes: number;
  linger: number;
  retry: { first: number; longest: number };
  /** Records older than this (ms) go into the spool; sooner while the store is away or slow. */
  spoolAfter: number;
  maxMemory: number;
}

/** The spool, what is read back out of it, and what earlier processes left there. */
export interface SpoolSide {
  spool: Spool;
  feed: SpoolFeed;
  /** Number of a writer's last batch that was in the store at the start. */
  reached: ReadonlyMap<string, number>;
  /** Last segment of earlier processes. */
  oldUntil: number;
  /** Frames of earlier processes that are not in the store. */
  oldFrames: number;
  /** Records are written one by one, before `record` returns. */
  everyFrame: boolean;
}

/** Frames of some turns with what the ledger read out of them: the unit that goes into the spool. Numbered like batches. */
export interface Portion {
  batch: Batch;
  /** When the oldest of its frames was recorded, ms of a steady clock. */
  since: number;
  bytes: number;
  /** How many frames were recorded up to its end. */
  end: number;
  spooled: boolean;
  /** The write into the spool under way. */
  spooling: Promise<void> | null;
}
