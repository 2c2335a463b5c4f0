import { hostname } from "node:os";
import type { Batch, Store } from "../store/store.ts";
import { FrameIdSequence, newFrameId } from "./frame-id.ts";
import type { FrameRecord } from "./frame.ts";
import { Ledgers } from "./ledger.ts";
import type { Recorder, RecordStart } from "./recorder.ts";

export type { Recorder, RecordStart } from "./recorder.ts";

export interface JournalOptions {
  /** Null: nothing is kept, but records are numbered, batched and delivered to subscribers all the same. */
  store: Store | null;
  /** Epoch ms, with fraction. */
  now: () => number;
  /** Who writes, unique to this process (`WriterRow.writer`); host and a new ULID unless given. */
  writer?: string;
  /** The newest id in the store; ids go on from there even if the clock was set back meanwhile. */
  lastId?: string;
  /** Folder of the spool, made if it is not there. Absent: no spool, what the store does not take waits in memory. */
  spoolFolder?: string;
  /** Setting `recording.spoolLimit`: most bytes in the spool. When it is full, records wait in memory. */
  spoolLimit?: number;
  /** Bytes after which a segment of the spool ends and a new one begins. */
  spoolSegment?: number;
  /** Setting `recording.durability`. `window`: into the spool before the window ends. `every-frame`: before `record` returns. */
  durability?: Durability;
  /** Setting `recording.window`: most ms of frames that a kill of the process may lose. */
  window?: number;
  /** Most bytes of raw text that wait in memory when they are in the spool as well. */
  maxMemory?: number;
  /** Most records in one batch for the store. */
  maxBatch?: number;
  /** Most UTF-8 bytes of raw text in one batch for the store; a single larger record still goes. */
  maxBatchBytes?: number;
  /** How long a batch waits for more, ms. */
  linger?: number;
  /** Beyond so many records that wait in memory alone `status().failing` raises the alarm. Recording goes on: see `Journal`. */
  pendingAlarm?: number;
  /** First and longest pause between two attempts to store a batch, ms. */
  retry?: { first: number; longest: number };
  /** How long `close` tries to store what is pending, ms. */
  closeTimeout?: number;
  /** Told what a person should know: damage found in the spool, what was left in it. A process warning unless given. */
  report?: (text: string) => void;
}

export type Durability = "window" | "every-frame";

export interface JournalStatus {
  /** Recorded, but not in the store yet; of this process and of earlier ones whose spool was found. */
  pending: number;
  /** In the store since this journal began. */
  stored: number;
  /** What is wrong, for a person; null while all is well. */
  failing: string | null;
}

export type FrameListener = (frames: readonly FrameRecord[]) => void;

/**
 * Everything that was on the wire. `record` is the hot path: it numbers, stamps and returns. At the end of the turn the
 * completed records go to the subscribers, and in batches to the store, one batch at a time.
 *
 * When the store fails or lags, records wait in memory, in order, and are tried again with growing pauses. There is no
 * upper limit at which records are thrown away: a gap in the evidence would be worse than memory, and a person can still
 * act on the alarm (free the disk, stop the stations). Memory is about 2 kB for a record of 1 kB.
 */
export class Journal implements Recorder {
  readonly writer: string;
  readonly #store: Store | null;
  readonly #now: () => number;
  readonly #ids: FrameIdSequence;
  readonly #ledgers: Ledgers;
  readonly #limits: Required<
    Pick<JournalOptions, "maxBatch" | "maxBatchBytes" | "linger" | "pendingAlarm" | "retry" | "closeTimeout">
  >;
  readonly #listeners = new Set<FrameListener>();

  /** Records of the current turn, which their callers may still fill in. */
  #turn: FrameRecord[] = [];
  /** Completed, not durable: the first `#head` of the queue are done with. */
  #queue: FrameRecord[] = [];
  #head = 0;
  #number = 0;
  #recorded = 0;
  #durable = 0;
  #waiters: { upTo: number; resolve: () => void }[] = [];

  #writing = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;
  #error: string | null = null;
  #closed = false;
  #abandoned = false;
  #late = 0;

  constructor(options: JournalOptions) {
    this.#store = options.store;
    this.#now = options.now;
    this.writer = options.writer ?? `${hostname()}/${newFrameId()}`;
    this.#ids = new FrameIdSequence(options.lastId);
    this.#ledgers = new Ledgers();
    this.#limits = {
      maxBatch: options.maxBatch ?? 5000,
      maxBatchBytes: options.maxBatchBytes ?? 16 * 2 ** 20,
      linger: options.linger ?? 10,
      pendingAlarm: options.pendingAlarm ?? 200_000,
      retry: options.retry ?? { first: 50, longest: 5000 },
      closeTimeout: options.closeTimeout ?? 10_000,
    };
  }

  /** A journal that goes on where the store ends: ids stay ascending, open transactions are known. */
  static async open(options: JournalOptions & { store: Store }): Promise<Journal> {
    const newest = await options.store.frames.query({}, { limit: 1 });
    const last = newest.items[0]?.id;
    const journal = new Journal(last === undefined ? options : { ...options, lastId: last });
    await journal.#ledgers.load(options.store);
    return journal;
  }

  record(start: RecordStart): FrameRecord {
    const at = this.#now();
    // A lone surrogate cannot cross the wire: what does is U+FFFD.
    const raw = start.raw.isWellFormed() ? start.raw : start.raw.toWellFormed();
    const record: FrameRecord = {
      id: this.#ids.next(at),
      writer: this.writer,
      at,
      station: start.station,
      connection: start.connection,
      dialect: start.dialect,
      direction: start.direction,
      kind: start.kind,
      action: null,
      messageId: null,
      raw,
      size: Buffer.byteLength(raw),
      pair: null,
      latency: null,
      error: null,
      issues: [],
      marks: start.marks ?? [],
    };
    if (this.#closed) {
      this.#late += 1;
      return record;
    }
    this.#recorded += 1;
    if (this.#turn.push(record) === 1) setImmediate(this.#endTurn);
    return record;
  }

  /** Completed records, in order, once per turn of the event loop. Returns how to unsubscribe. */
  subscribe(listener: FrameListener): () => void {
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const own: FrameListener = (frames) => listener(frames);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Resolves when all recorded so far is delivered and durable; with a failing store that takes until it recovers. */
  flush(): Promise<void> {
    const upTo = this.#recorded;
    if (this.#durable >= upTo) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push({ upTo, resolve });
      this.#hurry();
    });
  }

  status(): JournalStatus {
    const pending = this.#recorded - this.#durable;
    const texts: string[] = [];
    if (this.#error !== null) texts.push(this.#error);
    if (pending >= this.#limits.pendingAlarm)
      texts.push(`${pending} records wait in memory (alarm at ${this.#limits.pendingAlarm})`);
    if (this.#late > 0)
      texts.push(`${this.#late} records came after the journal was closed and are not kept`);
    return { pending, stored: this.#durable, failing: texts.length > 0 ? texts.join("; ") : null };
  }

  /**
   * Stores what is pending and ends. Does not close the store. Throws, naming how many records are lost, when the store
   * still fails after `closeTimeout`.
   */
  async close(): Promise<void> {
    this.#closed = true;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.#limits.closeTimeout);
    });
    const end = await Promise.race([this.flush(), deadline]);
    clearTimeout(timer);
    if (end !== "late") return;
    this.#abandoned = true;
    this.#hurry();
    throw new Error(
      `${this.#recorded - this.#durable} records could not be stored: ${this.#error ?? "the store does not answer"}`,
    );
  }

  readonly #endTurn = (): void => {
    const frames = this.#turn;
    this.#turn = [];
    for (const listener of this.#listeners) {
      try {
        listener(frames);
      } catch (error) {
        // One broken listener must not stop the recording, nor stay unseen.
        process.emitWarning(error instanceof Error ? error : String(error), "JournalListenerWarning");
      }
    }
    if (this.#store === null) {
      this.#settle(frames.length);
      return;
    }
    for (const frame of frames) this.#queue.push(frame);
    if (!this.#writing) void this.#write(this.#store);
  };

  /** Runs while there is something to store. Never rejects. */
  async #write(store: Store): Promise<void> {
    this.#writing = true;
    while (this.#head < this.#queue.length && !this.#abandoned) {
      if (this.#queue.length - this.#head < this.#limits.maxBatch) await this.#pause(this.#limits.linger);
      await this.#append(store, this.#take());
    }
    this.#writing = false;
  }

  /** Tries until it is stored. The batch stays the same, so that a store can know a repetition. */
  async #append(store: Store, batch: Batch): Promise<void> {
    const { first, longest } = this.#limits.retry;
    for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
      try {
        await store.append(batch);
        this.#error = null;
        this.#settle(batch.frames.length);
        return;
      } catch (error) {
        this.#error = error instanceof Error ? error.message : String(error);
      }
      if (!this.#abandoned) await this.#pause(wait);
      if (this.#abandoned) return;
    }
  }

  #take(): Batch {
    const from = this.#head;
    let bytes = 0;
    while (this.#head < this.#queue.length && this.#head - from < this.#limits.maxBatch) {
      bytes += this.#queue[this.#head]?.size ?? 0;
      if (bytes > this.#limits.maxBatchBytes && this.#head > from) break;
      this.#head += 1;
    }
    const frames = this.#queue.slice(from, this.#head);
    if (this.#head === this.#queue.length) {
      this.#queue = [];
      this.#head = 0;
    } else if (this.#head > 50_000) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return { writer: this.writer, number: ++this.#number, frames, ...this.#ledgers.observe(frames) };
  }

  #settle(count: number): void {
    this.#durable += count;
    if (this.#waiters.length === 0) return;
    const waiters = this.#waiters;
    this.#waiters = waiters.filter((waiter) => waiter.upTo > this.#durable);
    for (const waiter of waiters) if (waiter.upTo <= this.#durable) waiter.resolve();
  }

  /** A pause that `#hurry` ends early. */
  #pause(ms: number): Promise<void> {
    if (this.#waiters.length > 0 && this.#error === null) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(this.#timer);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = end;
      this.#timer = setTimeout(end, ms);
    });
  }

  #hurry(): void {
    this.#wake?.();
  }
}
