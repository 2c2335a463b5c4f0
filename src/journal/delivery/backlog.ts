import type { Batch } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { Ending } from "../ending.ts";
import type { Ledgers } from "../ledger.ts";
import { rawBytes } from "../spool/merge.ts";
import type { DeliveryLimits } from "./limits.ts";
import { Line } from "./line.ts";
import type { Portion } from "./portion.ts";
import { Queue } from "./queue.ts";

/** How far records came: number of the last portion, and how many records there are up to its end. */
interface Mark {
  number: number;
  end: number;
}

/**
 * What this process recorded and the store has not. The newest records are in a queue; from its head portions are cut
 * and numbered. These stand in a line, which the oldest leave when they are in the store, or in the spool and too many.
 */
export class Backlog {
  readonly #writer: string;
  readonly #ledgers: Ledgers;
  readonly #limits: Pick<DeliveryLimits, "maxBatch" | "maxBatchBytes" | "maxMemory">;
  readonly #queue = new Queue();
  readonly #line = new Line();
  readonly #cut: Mark = { number: 0, end: 0 };
  readonly #spooled: Mark = { number: 0, end: 0 };
  readonly #delivered: Mark = { number: 0, end: 0 };
  #pushed = 0;

  constructor(writer: string, ledgers: Ledgers, limits: DeliveryLimits) {
    this.#writer = writer;
    this.#ledgers = ledgers;
    this.#limits = limits;
  }

  /** Records that were ever pushed. */
  get pushed(): number {
    return this.#pushed;
  }

  /** How far the spool has what was recorded. */
  get spooled(): Readonly<Mark> {
    return this.#spooled;
  }

  /** How far the store has it. */
  get delivered(): Readonly<Mark> {
    return this.#delivered;
  }

  /** Records that are in no portion yet. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Whether portions wait, in memory or in the spool alone. */
  get hasPortions(): boolean {
    return this.#delivered.number < this.#cut.number;
  }

  /** Whether the portion that the store has to get next is in memory. */
  get nextIsHere(): boolean {
    return this.#line.first?.batch.number === this.#delivered.number + 1;
  }

  /** Number of the last portion before those in memory. */
  get lastElsewhere(): number {
    return (this.#line.first?.batch.number ?? this.#cut.number + 1) - 1;
  }

  /** The oldest record in memory. */
  get oldest(): FrameRecord | undefined {
    return this.#line.first?.batch.frames[0] ?? this.#queue.first;
  }

  /** `since`: when the first was recorded, ms of a steady clock. */
  push(frames: readonly FrameRecord[], since: number): void {
    this.#pushed += frames.length;
    this.#queue.push(frames, since, this.#pushed);
  }

  pushEnding(ending: Ending): void {
    this.#pushed += 1;
    this.#queue.pushEnding(ending, performance.now(), this.#pushed);
  }

  /** Takes a portion off the queue and puts it into the line. */
  cut(): Portion {
    const { maxBatch, maxBatchBytes } = this.#limits;
    const { frames, endings, since, end } = this.#queue.take(maxBatch, maxBatchBytes);
    this.#cut.number += 1;
    this.#cut.end = end;
    const batch = {
      writer: this.#writer,
      number: this.#cut.number,
      frames,
      ...this.#ledgers.observe(frames, endings),
    };
    const portion = { batch, since, end, bytes: rawBytes(batch), spooled: false, spooling: null };
    this.#line.push(portion);
    return portion;
  }

  /** The first portions in memory, as many as fit into one batch. */
  head(): Portion[] {
    return this.#line.head(this.#limits.maxBatch, this.#limits.maxBatchBytes);
  }

  /** The first portion that is in memory alone, of those with a higher number. */
  firstUnspooled(after = 0): Portion | undefined {
    return this.#line.after(Math.max(this.#spooled.number, after));
  }

  /** When the first record that is in memory alone was recorded, ms of a steady clock; null when there is none. */
  unspooledSince(after = 0): number | null {
    return this.firstUnspooled(after)?.since ?? this.#queue.since;
  }

  /** How far this process's portions are in a batch: 0 for one of another process. */
  numberOf({ writer, number }: Batch): number {
    return writer === this.#writer ? number : 0;
  }

  /** A portion is in the spool: now it may leave the memory. */
  noteSpooled(portion: Portion): void {
    const { number } = portion.batch;
    if (number > this.#spooled.number) {
      this.#spooled.number = number;
      this.#spooled.end = portion.end;
    }
    portion.spooled = true;
    while (this.#line.bytes > this.#limits.maxMemory && this.#line.first?.spooled === true) this.#line.drop();
  }

  /** Portions up to a number are in the store, read from the spool with so many records. Returns those that were in memory. */
  noteDelivered(number: number, records: number): Portion[] {
    this.#delivered.number = number;
    this.#delivered.end += records;
    const dropped: Portion[] = [];
    for (let next = this.#line.first; next !== undefined && next.batch.number <= number;) {
      this.#line.drop();
      this.#delivered.end = next.end;
      dropped.push(next);
      next = this.#line.first;
    }
    // Whatever was read back with losses: all that was cut is done with.
    if (number === this.#cut.number) this.#delivered.end = this.#cut.end;
    return dropped;
  }
}
