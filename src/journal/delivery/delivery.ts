import type { Batch, Store } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { Ending } from "../ending.ts";
import type { Ledgers } from "../ledger.ts";
import type { SpoolSide } from "../beginnings.ts";
import { progressOf } from "../spool/feed.ts";
import { Backlog } from "./backlog.ts";
import { EarlierRecords } from "./earlier.ts";
import { Handover } from "./handover.ts";
import { Lag } from "./lag.ts";
import type { DeliveryLimits } from "./limits.ts";
import { BatchSource } from "./next-batch.ts";
import { Pace } from "./pace.ts";
import type { Portion } from "./portion.ts";
import { spoolRetry, SpoolTimer } from "./spool-timer.ts";
import { SpoolWriter } from "./spool-writer.ts";

export interface DeliveryParts {
  store: Store;
  ledgers: Ledgers;
  writer: string;
  limits: DeliveryLimits;
  side: SpoolSide | null;
  /** Called when something came into the store, and when nothing of earlier processes is left. */
  changed: () => void;
  /** Told how long records took to be durable. */
  durable: (ms: number, frames: number) => void;
  /** Told of each batch that came into the store. Must not throw. */
  stored: (batch: Batch) => void;
}

/**
 * The way of completed records into the store, one batch at a time, in order. What is not there in time goes into the
 * spool; what is in the spool may leave the memory and is read back when its turn comes.
 */
export class Delivery {
  readonly lag = new Lag();
  readonly #parts: DeliveryParts;
  readonly #pace = new Pace();
  readonly #backlog: Backlog;
  readonly #earlier: EarlierRecords;
  readonly #handover: Handover;
  readonly #source: BatchSource;
  readonly #spoolWriter: SpoolWriter | null = null;
  readonly #spoolTimer: SpoolTimer | null = null;
  #running = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    const { store, ledgers, writer, limits, side } = parts;
    const pace = this.#pace;
    const backlog = (this.#backlog = new Backlog(writer, ledgers, limits));
    const earlier = (this.#earlier = new EarlierRecords(side, parts.changed));
    const handover = new Handover(store, limits.retry, pace, () => this.#spoolTimer?.arm());
    this.#handover = handover;
    let spool: { side: SpoolSide; writer: SpoolWriter } | null = null;
    if (side !== null) {
      const spoolWriter = new SpoolWriter(side, backlog, (portion) => this.#noteDurable(portion));
      this.#spoolWriter = spoolWriter;
      this.#spoolTimer = new SpoolTimer(spoolWriter, backlog, handover, limits);
      spool = { side, writer: spoolWriter };
    }
    const unreadable = (upTo: number): void => this.#settle(upTo, 0);
    this.#source = new BatchSource({ earlier, backlog, limits, pace, spool, unreadable });
    this.#start();
  }

  /** Records of this process that are in the store. */
  get delivered(): number {
    return this.#backlog.delivered.end;
  }

  /** Records of earlier processes that this one brought into the store, and those that still wait. */
  get old(): { delivered: number; waiting: number } {
    return { delivered: this.#earlier.delivered, waiting: this.#earlier.waiting };
  }

  /** What is wrong with the store; null while it answers. */
  get error(): string | null {
    return this.#handover.error;
  }

  /** Epoch ms since when the store takes nothing; null while it does. */
  get awaySince(): number | null {
    return this.#handover.awaySince;
  }

  get spoolProblem(): string | null {
    return this.#spoolWriter?.problem ?? null;
  }

  /** Frames in the spool that are not in the store. */
  get spooled(): number {
    const { pushed, spooled, delivered } = this.#backlog;
    const writer = this.#spoolWriter;
    const end = writer?.everyFrame === true ? pushed - writer.unwritten : spooled.end;
    return this.#earlier.waiting + Math.max(0, end - delivered.end);
  }

  /** Frames pushed that are neither in the store nor in the spool. */
  get unsafe(): number {
    if (this.#spoolWriter?.everyFrame === true) return this.#spoolWriter.unwritten;
    const { pushed, spooled, delivered } = this.#backlog;
    return pushed - Math.max(spooled.end, delivered.end);
  }

  /** Epoch ms: when the oldest frame that waits was recorded; null when none waits. */
  get oldestAt(): number | null {
    const oldest = this.#handover.underWay?.batch.frames[0] ?? this.#backlog.oldest;
    return oldest?.at ?? null;
  }

  /** For frames that were to be written one by one and could not. */
  noteUnwritten(frames: readonly FrameRecord[], error: unknown): void {
    this.#spoolWriter?.noteUnwritten(frames, error);
  }

  /** Takes completed records. `since`: when the first was recorded, ms of a steady clock. */
  push(frames: readonly FrameRecord[], since: number): void {
    this.#backlog.push(frames, since);
    this.#start();
    this.#spoolTimer?.notePushed(since);
  }

  /** Ends transactions, after all that was pushed before. */
  pushEnding(ending: Ending): void {
    this.#backlog.pushEnding(ending);
    this.#start();
    this.#spoolTimer?.arm();
  }

  /** Ends the present pause, and all others while somebody waits. */
  hurry(): void {
    this.#pace.hurry();
  }

  calm(): void {
    this.#pace.calm();
  }

  /** Gives the store no more batches. */
  stop(): void {
    this.#spoolTimer?.stop();
    this.#pace.stop();
  }

  /** Writes all that is in memory alone into the spool, whose end brings it to the disk. Rejects when that is not possible. */
  async saveAll(): Promise<void> {
    await this.#spoolTimer?.finish();
  }

  #start(): void {
    if (!this.#running && !this.#pace.stopped && !this.#source.isEmpty) void this.#run();
  }

  /** Runs while there is something to deliver. Never rejects. */
  async #run(): Promise<void> {
    this.#running = true;
    while (!this.#pace.stopped && !this.#source.isEmpty) {
      try {
        const batch = await this.#source.next();
        if (batch !== null) await this.#handover.give(batch, () => this.#taken(batch));
      } catch (error) {
        // Of the spool's reading: the store's failures are dealt with where they happen.
        this.#spoolWriter?.noteProblem(error);
        await this.#pace.pause(spoolRetry);
      }
    }
    this.#running = false;
  }

  #taken(batch: Batch): void {
    const { writer, side, stored, changed } = this.#parts;
    if (batch.writer === writer) this.#settle(batch.number, batch.frames.length);
    else this.#earlier.noteDelivered(batch.frames.length);
    side?.spool.delivered(batch.writer, progressOf(batch));
    stored(batch);
    changed();
  }

  /** Own portions up to a number are done with. */
  #settle(number: number, records: number): void {
    for (const portion of this.#backlog.noteDelivered(number, records)) {
      if (portion.spooled) continue;
      this.#spoolWriter?.forget(portion);
      this.#noteDurable(portion);
    }
  }

  #noteDurable({ since, batch }: Portion): void {
    const now = performance.now();
    const ms = this.#spoolWriter?.everyFrame === true ? 0 : now - since;
    this.lag.note(ms, now);
    this.#parts.durable(ms, batch.frames.length);
  }
}
