import type { Batch } from "../../store/store.ts";
import type { SpoolSide } from "../beginnings.ts";
import { mergePortions } from "../spool/merge.ts";
import type { Backlog } from "./backlog.ts";
import type { EarlierRecords } from "./earlier.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { Portion } from "./portion.ts";
import type { SpoolWriter } from "./spool-writer.ts";

interface SourceParts {
  earlier: EarlierRecords;
  backlog: Backlog;
  limits: DeliveryLimits;
  pace: Pace;
  spool: { side: SpoolSide; writer: SpoolWriter } | null;
  /** Told up to which portion the spool has lost what it had. */
  unreadable: (upTo: number) => void;
}

/** Finds what the store gets next: of earlier processes, in memory, in the spool alone, or not numbered yet. */
export class BatchSource {
  readonly #parts: SourceParts;

  constructor(parts: SourceParts) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    const { earlier, backlog } = this.#parts;
    return !earlier.left && !backlog.hasPortions && backlog.queued === 0;
  }

  /** Null when there was nothing: look again. Rejects when the spool cannot be read. */
  async next(): Promise<Batch | null> {
    const { earlier, backlog } = this.#parts;
    if (earlier.left) {
      const batch = await earlier.next();
      if (batch !== null) return batch;
    }
    if (backlog.hasPortions) return backlog.nextIsHere ? this.#fromMemory() : this.#fromSpool();
    return this.#fromQueue();
  }

  async #fromQueue(): Promise<Batch | null> {
    const { backlog, limits, pace } = this.#parts;
    if (backlog.queued < limits.maxBatch) await pace.linger(limits.linger);
    // The spool's timer may have cut in between.
    if (pace.stopped || backlog.hasPortions || backlog.queued === 0) return null;
    const portion = backlog.cut();
    await this.#claimed([portion]);
    return portion.batch;
  }

  async #fromMemory(): Promise<Batch | null> {
    const { backlog, spool } = this.#parts;
    const portions = await this.#claimed(backlog.head());
    const batches = portions.map(({ batch }) => batch);
    const [first] = batches;
    const last = batches.at(-1);
    if (first === undefined || last === undefined) return null;
    if (first === last) return first;
    try {
      // What goes together must go together again after a kill.
      await spool?.side.spool.assign(first.writer, first.number, last.number);
    } catch (error) {
      spool?.writer.noteProblem(error);
      return first;
    }
    return mergePortions(batches, last.number);
  }

  async #fromSpool(): Promise<Batch | null> {
    const { backlog, spool, unreadable } = this.#parts;
    if (spool === null) return null;
    const upTo = backlog.lastElsewhere;
    const batch = await spool.side.feed.next(() => backlog.delivered.number, { upTo });
    // It was there and cannot be read any more; the reader has said so.
    if (batch === null) unreadable(upTo);
    return batch;
  }

  /**
   * Frames written one by one belong to a portion only when the spool says so; delivered before, they would come again.
   * Returns the first portions of which it says so; where it cannot be written the first one goes all the same, alone.
   */
  async #claimed(portions: readonly Portion[]): Promise<readonly Portion[]> {
    const writer = this.#parts.spool?.writer;
    if (writer?.everyFrame !== true) return portions;
    for (const [index, portion] of portions.entries()) {
      if (portion.spooled) continue;
      try {
        await writer.write(portion);
      } catch {
        return portions.slice(0, Math.max(1, index));
      }
    }
    return portions;
  }
}
