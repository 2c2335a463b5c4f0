import type { Db } from "mongodb";
import type { Store } from "../../store.ts";
import { createFrameReader, usualBudget } from "./frames.ts";
import type { Budget } from "./frames.ts";
import {
  createConnectionReader,
  createFindingReader,
  createHistoryReader,
  createRunReader,
  createTransactionReader,
} from "./row-readers.ts";
import { createEventReader, createSampleReader } from "./series.ts";

/** What of the `Store` only reads. */
export interface Reader extends Pick<
  Store,
  "frames" | "transactions" | "samples" | "events" | "connections" | "findings"
> {
  runs: Pick<Store["runs"], "query" | "stream" | "get">;
  history: Store["history"];
}

/** The reading side of the MongoDB home. `db` reads from the primary, so that what was appended is found. */
export function createReader({ db, budget = usualBudget }: { db: Db; budget?: Budget }): Reader {
  return {
    frames: createFrameReader(db, budget),
    transactions: createTransactionReader(db),
    samples: createSampleReader(db, budget),
    events: createEventReader(db, budget),
    connections: createConnectionReader(db),
    runs: createRunReader(db),
    findings: createFindingReader(db),
    history: createHistoryReader(db),
  };
}
