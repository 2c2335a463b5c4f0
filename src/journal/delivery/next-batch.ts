import type { Batch } from "../../store/store.ts";
import type { SpoolSide } from "../open-spool.ts";
import { mergePortions } from "../spool/merge.ts";
import type { Backlog } from "./backlog.ts";
import type { EarlierRecords } from "./earlier.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { Portion } from "./portion.ts";
import type { SpoolWriter } from "./spool-writer.ts";

/** Finds what the store gets next: of earlier processes, in memory, in the spool alone, or not numbered yet. */
export class BatchSource {
  readonly #earlier: EarlierRecords;
  readonly #backlog: Backlog;
  readonly #limits: DeliveryLimits;
  readonly #pace: Pace;
  readonly #spool: { side: SpoolSide; writer: SpoolWriter } | null;
  readonly #unreadable: (upTo: number) => void;

  constructor(parts: {
    earlier: EarlierRecords;
    backlog: Backlog;
    limits: DeliveryLimits;
    pace: Pace;
    spool: { side: SpoolSide; writer: SpoolWriter } | null;
    /** Told up to which portion the spool has lost what it had. */
    unreadable: (upTo: number) => void;
  }) {
    this.#earlier = parts.earlier;
    this.#backlog = parts.backlog;
    this.#limits = parts.limits;
    this.#pace = parts.pace;
    this.#spool = parts.spool;
    this.#unreadable = parts.unreadable;
  }

  get isEmpty(): boolean {
    return !this.#earlier.left && !this.#backlog.hasPortions && this.#backlog.queued === 0;
  }

  /** Null when there was nothing: look again. Rejects when the spool cannot be read. */
  async next(): Promise<Batch | null> {
    if (this.#earlier.left) {
      const batch = await this.#earlier.next();
      if (batch !== null) return batch;
    }
    if (this.#backlog.hasPortions) return this.#backlog.nextIsHere ? this.#fromMemory() : this.#fromSpool();
    return this.#fromQueue();
  }

  async #fromQueue(): Promise<Batch | null> {
    const backlog = this.#backlog;
    if (backlog.queued < this.#limits.maxBatch) await this.#pace.linger(this.#limits.linger);
    // The spool's timer may have cut in between.
    if (this.#pace.stopped || backlog.hasPortions || backlog.queued === 0) return null;
    const portion = backlog.cut();
    await this.#claimed([portion]);
    return portion.batch;
  }

  async #fromMemory(): Promise<Batch | null> {
    const portions = await this.#claimed(this.#backlog.head());
    const batches = portions.map(({ batch }) => batch);
    const [first] = batches;
    const last = batches.at(-1);
    if (first === undefined || last === undefined) return null;
    if (first === last) return first;
    try {
      // What goes together must go together again after a kill.
      await this.#spool?.side.spool.assign(first.writer, first.number, last.number);
    } catch (error) {
      this.#spool?.writer.noteProblem(error);
      return first;
    }
    return mergePortions(batches, last.number);
  }

  async #fromSpool(): Promise<Batch | null> {
    if (this.#spool === null) return null;
    const upTo = this.#backlog.lastElsewhere;
    const batch = await this.#spool.side.feed.next(() => this.#backlog.delivered.number, { upTo });
    // It was there and cannot be read any more; the reader has said so.
    if (batch === null) this.#unreadable(upTo);
    return batch;
  }

  /**
   * Frames written one by one belong to a portion only when the spool says so; delivered before, they would come again.
   * Returns the first portions of which it says so; where it cannot be written the first one goes all the same, alone.
   */
  async #claimed(portions: readonly Portion[]): Promise<readonly Portion[]> {
    const writer = this.#spool?.writer;
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
