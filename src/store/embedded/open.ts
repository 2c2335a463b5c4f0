import { join, resolve } from "node:path";
import { lockFolder, prepareFolder } from "../data-folder.ts";
import { checkLimit } from "../page.ts";
import type { Store } from "../store.ts";
import type { ReaderCalls, WriterCalls } from "./calls.ts";
import { countFrames, queryFrames, streamFrames } from "./frames.ts";
import { packBatch } from "./packed.ts";
import { Thread } from "./thread.ts";

const streamPage = 500;

/**
 * The embedded home: one SQLite database in `folder`, which is made if it is not there. One thread writes, one reads.
 * Rejects with `StoreOpenError` when another server uses the folder, when it cannot be written, and when the database
 * is damaged, foreign or newer than this program; nothing is changed then. `locked`: the caller holds the folder's lock
 * (data-folder.ts) and keeps it.
 */
export async function openEmbeddedStore(folder: string, options: { locked?: boolean } = {}): Promise<Store> {
  const path = resolve(folder);
  if (options.locked !== true) prepareFolder(path);
  const unlock = options.locked === true ? () => {} : lockFolder(path);
  const file = join(path, "stationmaster.db");
  const writer = new Thread<WriterCalls>("writer.worker", file);
  const reader = new Thread<ReaderCalls>("reader.worker", file);
  const close = async (): Promise<void> => {
    // The reader first: whoever closes the database last folds the write-ahead log into it, which is the writer's work.
    await reader.close();
    await writer.close();
    unlock();
  };
  try {
    await writer.open();
    await reader.open();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    append: (batch) => writer.call("append", packBatch(batch)),
    frames: {
      query: (query, page) => queryFrames(reader, query, page),
      get: (id) => reader.call("frame", id),
      stream: (query) => streamFrames(reader, query),
      count: (query) => countFrames(reader, query),
    },
    transactions: {
      query: async (query, page) => {
        checkLimit(page);
        return reader.call("transactions", query, page);
      },
      stream: (query) => pages((page) => reader.call("transactions", query, page)),
    },
    samples: {
      query: async (query, page) => {
        checkLimit(page);
        return reader.call("samples", query, page);
      },
      stream: (query) => pages((page) => reader.call("samples", query, page)),
    },
    documents: {
      list: async (collection) => {
        const rows = await reader.call("documents", collection);
        return rows.map((row) => ({ id: row.id, value: JSON.parse(row.json) as unknown }));
      },
      put: async (collection, id, value) => writer.call("put", collection, id, jsonOf(value)),
      remove: (collection, id) => writer.call("remove", collection, id),
    },
    close,
  };
}

async function* pages<T>(
  read: (page: {
    limit: number;
    order: "oldest";
    cursor?: string;
  }) => Promise<{ items: T[]; next: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await read({
      limit: streamPage,
      order: "oldest",
      ...(cursor === null ? {} : { cursor }),
    });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}

function jsonOf(value: unknown): string {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new TypeError("a document must be a JSON value");
  return json;
}
