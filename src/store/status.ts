import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readMark } from "./copy/target.ts";
import { beginningOf, unfinishedAdvice } from "./copy-mark.ts";
import type { StoreFacts } from "./facts.ts";
import type { WriterRow } from "./rows.ts";
import type { CollectionSize, HomeDescription, Store } from "./store.ts";

/** What a person wants to know of a store: `stationmaster store status`. */
export interface StoreStatus extends StoreFacts {
  home: HomeDescription;
  collections: CollectionSize[];
  writers: WriterRow[];
  spool: SpoolFill;
  /** What it holds only the beginning of, and what to do; null for a whole store. */
  unfinished: string | null;
}

/** The spool on this machine. */
export interface SpoolFill {
  folder: string;
  /** Frames that wait in it for the store, and the bytes of the files that hold something the store has not. */
  records: number;
  bytes: number;
  /** All files, also what was set aside and what is delivered but not removed yet. */
  disk: { files: number; bytes: number };
}

export async function storeStatus(
  store: Store,
  facts: StoreFacts,
  spool: SpoolFill,
  without: readonly string[] = [],
): Promise<StoreStatus> {
  const writers = await store.writers();
  const mark = await readMark(store);
  return {
    home: store.home,
    ...facts,
    collections: await store.inventory(),
    writers: writers.filter(({ writer }) => !without.includes(writer)),
    spool,
    unfinished: mark === null ? null : `${beginningOf(mark)}. ${unfinishedAdvice(store.home.kind)}`,
  };
}

/** `waiting`: of the journal that delivers it, or read out of the files. */
export function spoolFill(folder: string, waiting: { records: number; bytes: number }): SpoolFill {
  let files = 0;
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      // It may be delivered and gone by now.
      const found = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
      if (found === undefined) continue;
      files += 1;
      bytes += found.size;
    }
  } catch {
    // No spool yet.
  }
  return { folder, records: waiting.records, bytes: waiting.bytes, disk: { files, bytes } };
}
