export interface DeliveryLimits {
  maxBatch: number;
  maxBatchBytes: number;
  /** How long a batch waits for more, ms. */
  linger: number;
  /** First and longest pause between two attempts to store a batch, ms. */
  retry: { first: number; longest: number };
  /** Records older than this (ms) go into the spool; sooner while the store is away or slow. */
  spoolAfter: number;
  /** Most bytes of raw text in memory that are in the spool as well. */
  maxMemory: number;
}
