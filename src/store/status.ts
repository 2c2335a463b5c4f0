import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { StoreFacts } from "./facts.ts";
import type { WriterRow } from "./rows.ts";
import type { CollectionSize, HomeDescription, Store } from "./store.ts";

/** What a person wants to know of a store: `stationmaster store status`. */
export interface StoreStatus extends StoreFacts {
  home: HomeDescription;
  collections: CollectionSize[];
  writers: WriterRow[];
  /** What waits on this machine's disk to be delivered. */
  spool: { folder: string; files: number; bytes: number };
}

export async function storeStatus(
  store: Store,
  facts: StoreFacts,
  dataFolder: string,
  without: readonly string[] = [],
): Promise<StoreStatus> {
  const writers = await store.writers();
  return {
    home: store.home,
    ...facts,
    collections: await store.inventory(),
    writers: writers.filter(({ writer }) => !without.includes(writer)),
    spool: spoolFill(dataFolder),
  };
}

function spoolFill(dataFolder: string): StoreStatus["spool"] {
  const folder = join(dataFolder, "spool");
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
  return { folder, files, bytes };
}
