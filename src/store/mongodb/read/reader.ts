import type { Db } from "mongodb";
import type { Store } from "../../store.ts";
import { createFrameReader, usualBudget } from "./frames.ts";
import type { Budget } from "./frames.ts";
import { createRowReaders } from "./row-readers.ts";
import type { RowReaders } from "./row-readers.ts";
import { createEventReader, createSampleReader } from "./series.ts";

/** What of the `Store` only reads. */
export type Reader = Pick<Store, "frames" | "samples" | "events"> & RowReaders;

/** The reading side of the MongoDB home. `db` reads from the primary, so that what was appended is found. */
export function createReader({ db, budget = usualBudget }: { db: Db; budget?: Budget }): Reader {
  return {
    frames: createFrameReader(db, budget),
    samples: createSampleReader(db, budget),
    events: createEventReader(db, budget),
    ...createRowReaders(db),
  };
}
