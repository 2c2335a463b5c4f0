import type { Store } from "../store/store.ts";
import type { FeedLimits } from "./spool/feed.ts";

export interface JournalOptions {
  /** Null: nothing is kept, but records are numbered, batched and delivered to subscribers all the same. */
  store: Store | null;
  /** Epoch ms, with fraction. */
  now: () => number;
  /** Who writes, unique to this process (`WriterRow.writer`); host and a new ULID unless given. */
  writer?: string;
  /** The newest id in the store; ids go on from there even if the clock was set back meanwhile. */
  lastId?: string;
  /** Folder of the spool, made if it is not there. Absent: no spool, what the store does not take waits in memory. */
  spoolFolder?: string;
  /** Setting `recording.spoolLimit`: most bytes in the spool. When it is full, records wait in memory. */
  spoolLimit?: number;
  /** Bytes after which a segment of the spool ends and a new one begins. */
  spoolSegment?: number;
  /** Setting `recording.durability`. `window`: into the spool before the window ends. `every-frame`: before `record` returns. */
  durability?: Durability;
  /** Setting `recording.window`: most ms of frames that a kill of the process may lose. */
  window?: number;
  /** Most bytes of raw text that wait in memory when they are in the spool as well. */
  maxMemory?: number;
  /** Most records in one batch for the store. */
  maxBatch?: number;
  /** Most UTF-8 bytes of raw text in one batch for the store; a single larger record still goes. */
  maxBatchBytes?: number;
  /** How long a batch waits for more, ms. */
  linger?: number;
  /** Beyond so many records that wait in memory alone `status().failing` raises the alarm. Recording goes on: see `Journal`. */
  pendingAlarm?: number;
  /** First and longest pause between two attempts to store a batch, ms. */
  retry?: { first: number; longest: number };
  /** How long `close` tries to store what is pending, ms. */
  closeTimeout?: number;
  /** Told what a person should know: damage found in the spool, what was left in it. A process warning unless given. */
  report?: (text: string) => void;
}

export type Durability = "window" | "every-frame";

/** Ms. */
export const defaultWindow = 50;

/** How large a batch for the store may be. */
export function batchLimits(options: JournalOptions): FeedLimits {
  return {
    maxBatch: options.maxBatch ?? 5000,
    maxBatchBytes: options.maxBatchBytes ?? 16 * 2 ** 20,
  };
}
