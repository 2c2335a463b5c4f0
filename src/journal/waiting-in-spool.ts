import { hasCode } from "../error-text.ts";
import type { Store } from "../store/store.ts";
import { notInStore, reachedOf } from "./beginnings.ts";
import { recover } from "./spool/recover.ts";
import type { Recovered } from "./spool/recover.ts";
import { advance, isDelivered } from "./spool/segment.ts";
import type { Progress } from "./spool/segment.ts";

/** What waits in a spool for the store. */
export interface SpoolWaiting {
  /** Frames. */
  records: number;
  /** Of the files that hold something the store has not. */
  bytes: number;
}

/**
 * The same figures as the status of a journal gives, by whoever has no journal on that spool: reads all of it and changes
 * nothing, so it may be in use. Nothing where there is no such folder.
 */
export async function waitingInSpool(folder: string, store: Store): Promise<SpoolWaiting> {
  let found: Recovered;
  try {
    found = await recover(folder, null);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return { records: 0, bytes: 0 };
    throw error;
  }
  const delivered = new Map<string, Progress>();
  for (const [writer, number] of await reachedOf(store, found)) delivered.set(writer, { number, id: "" });
  let records = 0;
  for (const [writer, portions] of found.portions) {
    const reached = delivered.get(writer)?.number ?? 0;
    for (const { number, frames, newest } of portions) {
      if (number > reached) records += frames;
      else advance(delivered, writer, { id: newest });
    }
  }
  for (const loose of found.loose) {
    const { writer, frames } = loose;
    const left = await notInStore(store, loose, delivered.get(writer)?.number ?? 0);
    records += left.length;
    advance(delivered, writer, { id: frames.at(-1 - left.length)?.id ?? "" });
  }
  const waiting = found.segments.filter((segment) => !isDelivered(segment, delivered));
  return { records, bytes: waiting.reduce((sum, { size }) => sum + size, 0) };
}
