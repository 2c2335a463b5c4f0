import type { SampleRow, Store, TransactionRow } from "../store/store.ts";
import type { FrameRecord } from "./frame.ts";

/** Transactions and meter samples, read out of what went over the wire. */
export class Ledgers {
  /** What these records add or change, in order. */
  observe(frames: readonly FrameRecord[]): { transactions: TransactionRow[]; samples: SampleRow[] } {
    void frames;
    return { transactions: [], samples: [] };
  }

  /** Takes over the transactions that were open when the last process ended. */
  async load(store: Store): Promise<void> {
    void store;
    await Promise.resolve();
  }
}
