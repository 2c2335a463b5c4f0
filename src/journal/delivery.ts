import type { Batch, Store } from "../store/store.ts";
import { Deadline } from "./deadline.ts";
import type { DeliveryLimits, Portion, SpoolSide } from "./delivery-parts.ts";
import type { FrameRecord } from "./frame.ts";
import { Lag } from "./lag.ts";
import type { Ledgers } from "./ledger.ts";
import { Line } from "./line.ts";
import { Queue } from "./queue.ts";
import { breathe } from "./spool/breathe.ts";
import { progressOf } from "./spool/feed.ts";
import { mergePortions, rawBytes } from "./spool/merge.ts";

/** Pause before the spool is tried again after it could not be written, ms. */
const spoolRetry = 250;
/** A turn of the event loop, or a timer's delay, of so many ms shows that the process is held up. */
const heldUp = 10;
/** After that each turn's records go into the spool before it ends, for so many ms. */
const careful = 10_000;
/** A store that has not answered for so long is away, ms. */
const silence = 5000;

/**
 * The way of completed records into the store, one batch at a time, in order. What is not there in time goes into the
 * spool; what is in the spool may leave the memory and is read back when its turn comes.
 */
export class Delivery {
  readonly lag = new Lag();
  readonly #store: Store;
  readonly #ledgers: Ledgers;
  readonly #writer: string;
  readonly #limits: DeliveryLimits;
  readonly #side: SpoolSide | null;
  readonly #changed: () => void;
  readonly #durable: (ms: number, frames: number) => void;

  readonly #queue = new Queue();
  readonly #line = new Line();
  #pushed = 0;
  #cutEnd = 0;
  #cutNumber = 0;
  #deliveredEnd = 0;
  #deliveredNumber = 0;
  #spooledEnd = 0;
  #spooledNumber = 0;
  #oldLeft: boolean;
  #oldFrames: number;
  #oldDelivered = 0;

  #running = false;
  #stopped = false;
  #hurried = false;
  #wake: (() => void) | undefined;
  #underWay: { batch: Batch; since: number } | null = null;
  #error: string | null = null;
  #awaySince: number | null = null;
  readonly #deadline = new Deadline(() => this.#relieve());
  /** Not before this moment (ms of a steady clock) is the spool tried again. */
  #spoolAgain = 0;
  #rescuing: Promise<void> | null = null;
  #spoolProblem: string | null = null;
  /** Ms of the steady clock. */
  #carefulUntil = 0;
  /** Frames that should have been written one by one and were not. */
  readonly #unwritten = new Set<FrameRecord>();

  constructor(parts: {
    store: Store;
    ledgers: Ledgers;
    writer: string;
    limits: DeliveryLimits;
    side: SpoolSide | null;
    /** Called when something came into the store. */
    changed: () => void;
    /** Told how long records took to be durable. */
    durable: (ms: number, frames: number) => void;
  }) {
    this.#store = parts.store;
    this.#ledgers = parts.ledgers;
    this.#writer = parts.writer;
    this.#limits = parts.limits;
    this.#side = parts.side;
    this.#changed = parts.changed;
    this.#durable = parts.durable;
    this.#oldFrames = parts.side?.oldFrames ?? 0;
    this.#oldLeft = parts.side !== null;
    if (this.#oldLeft) this.#start();
  }

  /** Records of this process that are in the store. */
  get delivered(): number {
    return this.#deliveredEnd;
  }

  /** Records of earlier processes that this one brought into the store, and those that still wait. */
  get old(): { delivered: number; waiting: number } {
    return { delivered: this.#oldDelivered, waiting: this.#oldFrames };
  }

  /** What is wrong with the store; null while it answers. */
  get error(): string | null {
    const waited = this.#underWay === null ? 0 : performance.now() - this.#underWay.since;
    if (this.#error !== null) return this.#error;
    return waited < silence ? null : `the store has not answered for ${Math.round(waited / 1000)} s`;
  }

  /** Epoch ms since when the store takes nothing; null while it does. */
  get awaySince(): number | null {
    if (this.#awaySince !== null || this.#underWay === null) return this.#awaySince;
    const waited = performance.now() - this.#underWay.since;
    return waited < silence ? null : Date.now() - waited;
  }

  get spoolProblem(): string | null {
    return this.#spoolProblem;
  }

  /** Frames in the spool that are not in the store. */
  get spooled(): number {
    const end = this.#side?.everyFrame === true ? this.#pushed - this.#unwritten.size : this.#spooledEnd;
    return this.#oldFrames + Math.max(0, end - this.#deliveredEnd);
  }

  /** Frames pushed that are neither in the store nor in the spool. */
  get unsafe(): number {
    if (this.#side?.everyFrame === true) return this.#unwritten.size;
    return this.#pushed - Math.max(this.#spooledEnd, this.#deliveredEnd);
  }

  /** Epoch ms: when the oldest frame that waits was recorded; null when none waits. */
  get oldestAt(): number | null {
    const oldest = this.#underWay?.batch.frames[0] ?? this.#line.first?.batch.frames[0] ?? this.#queue.first;
    return oldest?.at ?? null;
  }

  /** For frames that were to be written one by one and could not. */
  noteUnwritten(frames: readonly FrameRecord[], problem: string): void {
    for (const frame of frames) this.#unwritten.add(frame);
    this.#spoolProblem = problem;
  }

  /** Takes completed records. `since`: when the first was recorded, ms of a steady clock. */
  push(frames: readonly FrameRecord[], since: number): void {
    this.#pushed += frames.length;
    this.#queue.push(frames, since, this.#pushed);
    this.#start();
    const now = performance.now();
    if (now - since > heldUp) this.#carefulUntil = now + careful;
    if (now < this.#carefulUntil) this.#saveNow();
    this.#arm();
  }

  /** Ends the present pause, and all others while somebody waits. */
  hurry(): void {
    this.#hurried = true;
    this.#wake?.();
  }

  calm(): void {
    this.#hurried = false;
  }

  /** Gives the store no more batches. */
  stop(): void {
    this.#stopped = true;
    this.#deadline.clear();
    this.#wake?.();
  }

  /** Writes all that is in memory alone into the spool, and all of it to the disk. Rejects when that is not possible. */
  async saveAll(): Promise<void> {
    const side = this.#side;
    if (side === null) return;
    await this.#rescuing;
    await this.#rescue(side);
    await side.spool.sync();
  }

  #start(): void {
    if (!this.#running && !this.#stopped && this.#hasWork()) void this.#run();
  }

  #hasWork(): boolean {
    return this.#oldLeft || this.#deliveredNumber < this.#cutNumber || this.#queue.length > 0;
  }

  /** Runs while there is something to deliver. Never rejects. */
  async #run(): Promise<void> {
    this.#running = true;
    while (!this.#stopped && this.#hasWork()) {
      try {
        const batch = await this.#next();
        if (batch !== null) await this.#append(batch);
      } catch (error) {
        // Of the spool's reading: the store's failures are dealt with where they happen.
        this.#spoolProblem = textOf(error);
        await this.#pause(spoolRetry, true);
      }
    }
    this.#running = false;
  }

  async #next(): Promise<Batch | null> {
    if (this.#oldLeft && this.#side !== null) {
      const { feed, reached, oldUntil } = this.#side;
      const batch = await feed.next((writer) => reached.get(writer) ?? 0, { until: oldUntil });
      if (batch !== null) return batch;
      this.#oldLeft = false;
      this.#oldFrames = 0;
    }
    if (this.#deliveredNumber < this.#cutNumber)
      return this.#line.first?.batch.number === this.#deliveredNumber + 1
        ? this.#fromLine()
        : this.#fromSpool();
    if (this.#queue.length < this.#limits.maxBatch) await this.#pause(this.#limits.linger);
    // The spool's timer may have cut in between.
    if (this.#stopped || this.#deliveredNumber < this.#cutNumber || this.#queue.length === 0) return null;
    const portion = this.#cut();
    if (this.#side?.everyFrame === true) await this.#spoolOne(this.#side, portion).catch(() => undefined);
    return portion.batch;
  }

  async #fromLine(): Promise<Batch | null> {
    const portions = this.#line.head(this.#limits.maxBatch, this.#limits.maxBatchBytes);
    // Frames written one by one belong to a portion only when the spool says so; delivered before, they would come again.
    if (this.#side?.everyFrame === true)
      for (const portion of portions)
        if (!portion.spooled) await this.#spoolOne(this.#side, portion).catch(() => undefined);
    const taken = portions.map(({ batch }) => batch);
    const [first] = taken;
    const last = taken.at(-1);
    if (first === undefined || last === undefined) return null;
    if (first === last) return first;
    try {
      // What goes together must go together again after a kill.
      await this.#side?.spool.assign(this.#writer, first.number, last.number);
    } catch (error) {
      this.#spoolProblem = textOf(error);
      return first;
    }
    return mergePortions(taken, last.number);
  }

  async #fromSpool(): Promise<Batch | null> {
    if (this.#side === null) return null;
    const upTo = (this.#line.first?.batch.number ?? this.#cutNumber + 1) - 1;
    const batch = await this.#side.feed.next(() => this.#deliveredNumber, { upTo });
    if (batch !== null) return batch;
    // It was there and cannot be read any more; the reader has said so.
    this.#settleOwn(upTo);
    return null;
  }

  /** Tries until it is in the store. The batch stays the same, so that a store can know a repetition. */
  async #append(batch: Batch): Promise<void> {
    const { first, longest } = this.#limits.retry;
    for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
      this.#underWay = { batch, since: performance.now() };
      this.#arm();
      try {
        await this.#store.append(batch);
        this.#underWay = null;
        this.#error = null;
        this.#awaySince = null;
        this.#settle(batch);
        return;
      } catch (error) {
        this.#awaySince ??= Date.now();
        this.#error = textOf(error);
        this.#arm();
      }
      if (!this.#stopped) await this.#pause(wait);
      if (this.#stopped) return;
    }
  }

  #settle(batch: Batch): void {
    if (batch.writer === this.#writer) this.#settleOwn(batch.number, batch.frames.length);
    else {
      this.#oldDelivered += batch.frames.length;
      this.#oldFrames = Math.max(0, this.#oldFrames - batch.frames.length);
    }
    this.#side?.spool.delivered(batch.writer, progressOf(batch));
    this.#changed();
  }

  #settleOwn(number: number, frames = 0): void {
    this.#deliveredNumber = number;
    this.#deliveredEnd += frames;
    for (
      let portion = this.#line.first;
      portion !== undefined && portion.batch.number <= number;
      portion = this.#line.first
    ) {
      this.#line.drop();
      this.#deliveredEnd = portion.end;
      if (portion.spooled) continue;
      for (const frame of this.#unwritten.size === 0 ? [] : portion.batch.frames)
        this.#unwritten.delete(frame);
      this.#noteDurable(portion);
    }
    // Whatever was read back with losses: all that was cut is done with.
    if (number === this.#cutNumber) this.#deliveredEnd = this.#cutEnd;
  }

  #noteDurable({ since, batch }: Portion): void {
    const now = performance.now();
    const ms = this.#side?.everyFrame === true ? 0 : now - since;
    this.lag.note(ms, now);
    this.#durable(ms, batch.frames.length);
  }

  /** Takes a portion off the queue and puts it into the line. */
  #cut(): Portion {
    const { frames, since, end } = this.#queue.take(this.#limits.maxBatch, this.#limits.maxBatchBytes);
    this.#cutNumber += 1;
    this.#cutEnd = end;
    const batch = { writer: this.#writer, number: this.#cutNumber, frames, ...this.#ledgers.observe(frames) };
    const portion = { batch, since, end, bytes: rawBytes(batch), spooled: false, spooling: null };
    this.#line.push(portion);
    return portion;
  }

  #arm(): void {
    if (this.#side === null || this.#rescuing !== null || this.#stopped) return;
    const due = this.#due();
    if (due !== null) this.#deadline.set(Math.max(due, this.#spoolAgain));
  }

  /** When something that is in memory alone has to go into the spool, ms of a steady clock; null when nothing is. */
  #due(): number | null {
    const oldest = this.#firstUnspooled()?.since ?? this.#queue.since;
    if (oldest === null) return null;
    const { linger, spoolAfter } = this.#limits;
    const soon = Math.min(linger, spoolAfter);
    if (this.#error !== null) return oldest + soon;
    // Behind a batch that takes long nothing is gained by waiting; the batch itself may still arrive in time.
    const behind = this.#underWay === null ? null : this.#sinceBehind(this.#underWay.batch);
    if (behind === null || this.#underWay === null) return oldest + spoolAfter;
    return Math.min(oldest + spoolAfter, Math.max(behind, this.#underWay.since) + soon);
  }

  #sinceBehind({ writer, number }: Batch): number | null {
    return this.#firstUnspooled(writer === this.#writer ? number : 0)?.since ?? this.#queue.since;
  }

  #relieve(): void {
    const side = this.#side;
    const due = this.#due();
    if (side === null || due === null || this.#rescuing !== null) return;
    if (performance.now() - due > heldUp) this.#carefulUntil = performance.now() + careful;
    // A timer may be early by a fraction of a millisecond.
    if (Math.max(due, this.#spoolAgain) > performance.now() + 1) return this.#arm();
    if (performance.now() < this.#carefulUntil) {
      // Another thread may be held up longer than this one.
      this.#saveNow();
      if (this.#due() === null) return;
    }
    this.#rescuing = this.#rescue(side)
      .catch(() => undefined)
      .finally(() => {
        this.#rescuing = null;
        this.#spoolAgain = this.#spoolProblem === null ? 0 : performance.now() + spoolRetry;
        this.#arm();
      });
  }

  /** The first portion of the line that is not in the spool and has a higher number. */
  #firstUnspooled(after = 0): Portion | undefined {
    return this.#line.after(Math.max(this.#spooledNumber, after));
  }

  /**
   * The same before it returns. For times in which the machine holds the process up: whoever is stopped after a turn and
   * killed before the next would lose what it recorded long before.
   */
  #saveNow(): void {
    const side = this.#side;
    if (side === null || side.everyFrame || this.#rescuing !== null || this.#stopped) return;
    if (performance.now() < this.#spoolAgain) return;
    while (this.#queue.length > 0) this.#cut();
    for (let next = this.#firstUnspooled(); next !== undefined; next = this.#firstUnspooled()) {
      try {
        if (!side.spool.writePortionNow(next.batch)) return;
      } catch (error) {
        this.#spoolProblem = textOf(error);
        return;
      }
      this.#noteSpooled(next);
    }
  }

  /** Writes into the spool what waits and is not there. */
  async #rescue(side: SpoolSide): Promise<void> {
    while (this.#queue.length > 0) {
      this.#cut();
      if (this.#queue.length > 0) await breathe();
    }
    for (let next = this.#firstUnspooled(); next !== undefined; next = this.#firstUnspooled())
      await this.#spoolOne(side, next);
  }

  #spoolOne(side: SpoolSide, portion: Portion): Promise<void> {
    portion.spooling ??= this.#write(side, portion).finally(() => {
      portion.spooling = null;
    });
    return portion.spooling;
  }

  async #write(side: SpoolSide, portion: Portion): Promise<void> {
    const { batch } = portion;
    const missing = side.everyFrame ? batch.frames.filter((frame) => this.#unwritten.has(frame)) : undefined;
    try {
      await side.spool.write(batch, missing);
    } catch (error) {
      this.#spoolProblem = textOf(error);
      throw error;
    }
    for (const frame of missing ?? []) this.#unwritten.delete(frame);
    this.#noteSpooled(portion);
  }

  #noteSpooled(portion: Portion): void {
    const { batch } = portion;
    this.#spoolProblem = null;
    if (batch.number > this.#spooledNumber) {
      this.#spooledNumber = batch.number;
      this.#spooledEnd = portion.end;
    }
    portion.spooled = true;
    // Delivered while it was being written: noted then.
    if (batch.number > this.#deliveredNumber) this.#noteDurable(portion);
    while (this.#line.bytes > this.#limits.maxMemory && this.#line.first?.spooled === true) this.#line.drop();
  }

  /** A pause that `hurry` ends early; none where somebody waits and the store is well, unless `always`. */
  #pause(ms: number, always = false): Promise<void> {
    if (!always && (this.#stopped || (this.#hurried && this.#error === null))) return Promise.resolve();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined = undefined;
      const end = (): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = end;
      timer = setTimeout(end, ms);
    });
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
