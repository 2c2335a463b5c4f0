import type { Batch } from "../../store/store.ts";
import { mergePortions, rawBytes } from "./merge.ts";
import type { BatchRecord } from "./shapes.ts";
import type { Spool } from "./spool.ts";

export interface FeedLimits {
  maxBatch: number;
  maxBatchBytes: number;
}

/**
 * Batches for the store out of the spool. What was handed to the store before a kill is handed to it again exactly so,
 * because a store knows a repetition by its number: portions that went together (`BatchRecord`) go together again, and
 * the first of an earlier process that is not in the store goes alone, as it may have gone before.
 */
export class SpoolFeed {
  readonly #spool: Spool;
  readonly #limits: FeedLimits;
  readonly #runs: readonly BatchRecord[];
  /** Writers of which all that may have been handed over was handed over again. */
  readonly #free = new Set<string>();
  readonly #held: Batch[] = [];

  constructor(spool: Spool, limits: FeedLimits, own: string, runs: readonly BatchRecord[]) {
    this.#spool = spool;
    this.#limits = limits;
    this.#runs = runs;
    this.#free.add(own);
  }

  /**
   * The next batch; null when there is none. `reached`: number of a writer's last batch that is in the store already.
   * `until`: last segment, `upTo`: last portion to be read.
   */
  async next(
    reached: (writer: string) => number,
    { until, upTo = Number.MAX_SAFE_INTEGER }: { until?: number; upTo?: number },
  ): Promise<Batch | null> {
    const take = async (): Promise<Batch | null> => {
      for (;;) {
        const portion = this.#held.shift() ?? (await this.#spool.next(until, upTo));
        if (portion === null) return null;
        if (portion.number > reached(portion.writer)) return portion;
        this.#spool.delivered(portion.writer, progressOf(portion));
      }
    };
    const first = await take();
    if (first === null || first.number > upTo) {
      if (first !== null) this.#held.unshift(first);
      return null;
    }
    const { writer } = first;
    const run = this.#runOf(first);
    const alone = run === undefined && !this.#free.has(writer);
    this.#free.add(writer);
    if (alone) return first;

    const portions = [first];
    let frames = first.frames.length;
    let bytes = rawBytes(first);
    while ((portions.at(-1)?.number ?? upTo) < upTo) {
      const next = await take();
      if (next === null) break;
      frames += next.frames.length;
      bytes += rawBytes(next);
      const fits =
        run === undefined
          ? this.#runOf(next) === undefined &&
            next.number <= upTo &&
            frames <= this.#limits.maxBatch &&
            bytes <= this.#limits.maxBatchBytes
          : next.number <= run.last;
      if (next.writer !== writer || !fits) {
        this.#held.unshift(next);
        break;
      }
      portions.push(next);
    }
    if (run !== undefined) return mergePortions(portions, run.last);
    if (portions.length === 1) return first;
    const last = portions.at(-1)?.number ?? first.number;
    try {
      await this.#spool.assign(writer, first.number, last);
    } catch {
      // One by one needs no note.
      this.#held.unshift(...portions.slice(1));
      return first;
    }
    return mergePortions(portions, last);
  }

  #runOf({ writer, number }: Batch): BatchRecord | undefined {
    return this.#runs.find((run) => run.w === writer && run.first <= number && number <= run.last);
  }
}

/** How far a writer is when this batch is in the store. */
export function progressOf(batch: Batch): { number: number; id?: string } {
  const id = batch.frames.at(-1)?.id;
  return { number: batch.number, ...(id === undefined ? {} : { id }) };
}
