import { hostname } from "node:os";
import type { Batch, Store } from "../store/store.ts";
import { Delivery } from "./delivery/delivery.ts";
import { FrameIdSequence, newFrameId } from "./frame-id.ts";
import type { FrameRecord } from "./frame.ts";
import { Ledgers } from "./ledger.ts";
import { openSpool } from "./open-spool.ts";
import type { SpoolSide } from "./open-spool.ts";
import type { Recorder, RecordStart } from "./recorder.ts";
import { breathe } from "./spool/breathe.ts";
import type { FeedLimits } from "./spool/feed.ts";
import type { Completion, SpoolRecord } from "./spool/shapes.ts";

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
  /** Since this journal began. */
  recorded: number;
  /** Recorded, but not in the store yet; of this process and of earlier ones whose spool was found. */
  pending: number;
  /** Brought into the store since this journal began. */
  stored: number;
  /** Of the pending ones those that are in memory alone: a kill of the process would lose them. */
  unsafe: number;
  /** What is wrong, for a person; null while all is well. */
  failing: string | null;
  /** Epoch ms since when the store takes nothing; null while it does. */
  awaySince: number | null;
  durability: Durability;
  /** Ms of frames that a kill of the process may lose; 0 with `every-frame`, null without a spool. */
  window: number | null;
  /** How long (ms) it took in the last minute until records were in the spool or the store. */
  lag: { p95: number; max: number };
  /** Null: there is none. */
  spool: SpoolStatus | null;
}

export interface SpoolStatus {
  /** Frames that wait in it for the store. */
  records: number;
  /** Of the files that hold something the store has not. */
  bytes: number;
  /** Most bytes. */
  limit: number;
  /** Such files. */
  segments: number;
  /** Epoch ms: when the oldest waiting frame was recorded; null when none waits. */
  oldestAt: number | null;
  /** Why it cannot be written or read; null while it can. */
  problem: string | null;
  /** Damaged stretches that were set aside in its folder and lie there still, for a person to look at. */
  damaged: number;
  /** What was in them, where they are and what to do; null where there are none. */
  notice: string | null;
}

export type FrameListener = (frames: readonly FrameRecord[]) => void;

/** Told how long (ms) a number of frames took to be durable. */
export type DurableListener = (ms: number, frames: number) => void;

/** Told what came into the store. */
export type StoredListener = (batch: Batch) => void;

const gibibyte = 2 ** 30;

/**
 * Everything that was on the wire. `record` is the hot path: it numbers, stamps and returns. At the end of the turn the
 * completed records go to the subscribers, and in batches to the store, one batch at a time.
 *
 * When the store fails or lags, records go into the spool before the window ends, and from there into the store, in
 * order, once, also by the next process. Without a spool, or when it is full, they wait in memory. There is no upper
 * limit at which records are thrown away: a gap in the evidence would be worse than memory, and a person can still act
 * on the alarm (free the disk, stop the stations). Memory is about 2 kB for a record of 1 kB.
 */
export class Journal implements Recorder {
  readonly writer: string;
  readonly #now: () => number;
  readonly #ids: FrameIdSequence;
  readonly #delivery: Delivery | null;
  readonly #side: SpoolSide | null;
  readonly #durability: Durability;
  readonly #window: number;
  readonly #pendingAlarm: number;
  readonly #closeTimeout: number;
  readonly #report: (text: string) => void;
  readonly #listeners = new Set<FrameListener>();
  readonly #durableListeners = new Set<DurableListener>();
  readonly #storedListeners = new Set<StoredListener>();

  /** Records of the current turn, which their callers may still fill in. */
  #turn: FrameRecord[] = [];
  /** When the first of them was recorded, ms of a steady clock. */
  #since = 0;
  #recorded = 0;
  /** Done with, where there is no store. */
  #passed = 0;
  #waiters: { upTo: number; earlier: boolean; resolve: () => void }[] = [];
  #closed = false;
  #late = 0;

  constructor(options: JournalOptions, parts?: { ledgers: Ledgers; side: SpoolSide | null }) {
    this.#now = options.now;
    this.writer = options.writer ?? newWriter();
    this.#ids = new FrameIdSequence(options.lastId);
    this.#side = parts?.side ?? null;
    this.#durability = this.#side?.everyFrame === true ? "every-frame" : "window";
    this.#window = options.window ?? defaultWindow;
    this.#pendingAlarm = options.pendingAlarm ?? 200_000;
    this.#closeTimeout = options.closeTimeout ?? 10_000;
    this.#report = options.report ?? warn;
    this.#delivery =
      options.store === null
        ? null
        : new Delivery({
            store: options.store,
            ledgers: parts?.ledgers ?? new Ledgers(),
            writer: this.writer,
            limits: {
              ...batchLimits(options),
              linger: options.linger ?? 4,
              retry: options.retry ?? { first: 50, longest: 5000 },
              // Early: the write takes its time, and a busy machine may hold the process up before it.
              spoolAfter: this.#window / 5,
              maxMemory: options.maxMemory ?? 64 * 2 ** 20,
            },
            side: this.#side,
            changed: () => this.#settle(),
            durable: (ms, frames) => {
              for (const listener of this.#durableListeners) listener(ms, frames);
            },
            stored: (batch) => tellAll(this.#storedListeners, batch),
          });
  }

  /**
   * A journal that goes on where the store and the spool end: ids stay ascending, open transactions are known, and what
   * earlier processes left in the spool is delivered first. Rejects when the spool cannot be read or written.
   */
  static async open(options: JournalOptions & { store: Store }): Promise<Journal> {
    const { store, spoolFolder } = options;
    const writer = options.writer ?? newWriter();
    const ledgers = new Ledgers();
    const newest = (await store.frames.query({}, { limit: lookBack })).items;
    let last = newest[0]?.id ?? "";
    await ledgers.load(store);
    let side: SpoolSide | null = null;
    if (spoolFolder !== undefined) {
      const opened = await openSpool({
        store,
        ledgers,
        writer,
        everyFrame: options.durability === "every-frame",
        limits: batchLimits(options),
        report: options.report ?? warn,
        // What other processes left open they read themselves.
        newest: newest.filter((frame) => nameOf(frame.writer) === nameOf(writer)),
        folder: spoolFolder,
        limit: options.spoolLimit ?? gibibyte,
        segment: options.spoolSegment ?? 16 * 2 ** 20,
      });
      side = opened.side;
      if (opened.newest > last) last = opened.newest;
    }
    const more = last === "" ? {} : { lastId: last };
    return new Journal({ ...options, ...more, writer }, { ledgers, side });
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
    if (this.#turn.push(record) === 1) {
      this.#since = performance.now();
      setImmediate(this.#endTurn);
    }
    if (this.#durability === "every-frame") this.#writeNow({ t: "frame", f: record }, [record]);
    return record;
  }

  /** Completed records, in order, once per turn of the event loop. Returns how to unsubscribe. */
  subscribe(listener: FrameListener): () => void {
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const own: FrameListener = (frames) => listener(frames);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Told whenever frames have become durable, in the spool or the store, and how long that took. */
  subscribeDurable(listener: DurableListener): () => void {
    this.#durableListeners.add(listener);
    return () => void this.#durableListeners.delete(listener);
  }

  /** Told of every batch that came into the store, also of earlier processes'. Returns how to unsubscribe. */
  subscribeStored(listener: StoredListener): () => void {
    const own: StoredListener = (batch) => listener(batch);
    this.#storedListeners.add(own);
    return () => void this.#storedListeners.delete(own);
  }

  /**
   * Resolves when all recorded so far is delivered and in the store; with a failing store that takes until it recovers.
   * `earlier`: and what earlier processes left in the spool.
   */
  flush({ earlier = false }: { earlier?: boolean } = {}): Promise<void> {
    const upTo = this.#recorded;
    if (this.#isStored(upTo, earlier)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push({ upTo, earlier, resolve });
      this.#delivery?.hurry();
    });
  }

  status(): JournalStatus {
    const delivery = this.#delivery;
    const old = delivery?.old ?? { delivered: 0, waiting: 0 };
    const everyFrame = this.#durability === "every-frame";
    const unsafe = delivery === null ? 0 : delivery.unsafe + (everyFrame ? 0 : this.#turn.length);
    const texts: string[] = [];
    if (delivery?.error != null) texts.push(delivery.error);
    if (delivery?.spoolProblem != null) texts.push(`the spool: ${delivery.spoolProblem}`);
    if (unsafe >= this.#pendingAlarm)
      texts.push(`${unsafe} records wait in memory (alarm at ${this.#pendingAlarm})`);
    if (this.#late > 0)
      texts.push(`${this.#late} records came after the journal was closed and are not kept`);
    return {
      recorded: this.#recorded,
      pending: this.#recorded - this.#stored + old.waiting,
      stored: this.#stored + old.delivered,
      unsafe,
      failing: texts.length > 0 ? texts.join("; ") : null,
      awaySince: delivery?.awaySince ?? null,
      durability: this.#durability,
      window: this.#side === null ? null : everyFrame ? 0 : this.#window,
      lag: delivery?.lag.figures(performance.now()) ?? { p95: 0, max: 0 },
      spool:
        delivery === null || this.#side === null
          ? null
          : {
              ...this.#side.spool.status(),
              records: delivery.spooled,
              oldestAt: delivery.spooled > 0 ? delivery.oldestAt : null,
              problem: delivery.spoolProblem,
            },
    };
  }

  /**
   * Stores what is pending and ends. Does not close the store. What the store does not take within `closeTimeout` stays
   * in the spool for the next process, which is reported; throws, naming how many records are lost, when it is not there
   * either.
   */
  async close(): Promise<void> {
    this.#closed = true;
    // The turn of what was recorded last ends before anything is decided.
    if (this.#turn.length > 0) await breathe();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.#closeTimeout);
    });
    const end = await Promise.race([this.flush(), deadline]);
    clearTimeout(timer);
    const delivery = this.#delivery;
    if (delivery === null) return;
    const trouble = delivery.error ?? "the store does not answer";
    delivery.stop();
    let reason = trouble;
    if (end === "late" && this.#side !== null)
      await delivery.saveAll().catch((error: unknown) => {
        reason = `${trouble}; the spool: ${error instanceof Error ? error.message : String(error)}`;
      });
    const { unsafe, spooled } = delivery;
    const unsynced: unknown = await this.#side?.spool.close().then(
      () => null,
      (error: unknown) => error,
    );
    if (unsafe > 0) throw new Error(`${unsafe} records could not be stored: ${reason}`);
    if (unsynced instanceof Error) throw unsynced;
    if (spooled > 0)
      this.#report(
        `${spooled} records are safe in the spool and go into the store at the next start${end === "late" ? `: ${trouble}` : ""}.`,
      );
  }

  get #stored(): number {
    return this.#delivery?.delivered ?? this.#passed;
  }

  readonly #endTurn = (): void => {
    const frames = this.#turn;
    this.#turn = [];
    if (this.#durability === "every-frame")
      this.#writeNow({ t: "done", w: this.writer, frames: frames.map(completionOf) }, frames);
    tellAll(this.#listeners, frames);
    if (this.#delivery !== null) this.#delivery.push(frames, this.#since);
    else {
      this.#passed += frames.length;
      this.#settle();
    }
  };

  /** A failure is an alarm, not the end: the frames wait in memory until the spool or the store takes them. */
  #writeNow(record: SpoolRecord, frames: readonly FrameRecord[]): void {
    try {
      this.#side?.spool.writeNow(record);
    } catch (error) {
      this.#delivery?.noteUnwritten(frames, error);
    }
  }

  #isStored(upTo: number, earlier: boolean): boolean {
    return this.#stored >= upTo && (!earlier || (this.#delivery?.old.waiting ?? 0) === 0);
  }

  #settle(): void {
    if (this.#waiters.length === 0) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters)
      if (this.#isStored(waiter.upTo, waiter.earlier)) waiter.resolve();
      else this.#waiters.push(waiter);
    if (this.#waiters.length === 0) this.#delivery?.calm();
  }
}

/** One broken listener must not stop the recording, nor stay unseen. */
function tellAll<T>(listeners: Iterable<(told: T) => void>, told: T): void {
  for (const listener of listeners) {
    try {
      listener(told);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error), "JournalListenerWarning");
    }
  }
}

const defaultWindow = 50;
/** Among so many of the newest frames a CALL is looked for that was open at a kill. */
const lookBack = 2000;

/** What all processes of one installation have in common (`<name>/<start>`). */
function nameOf(writer: string): string {
  return writer.slice(0, writer.lastIndexOf("/"));
}

function batchLimits(options: JournalOptions): FeedLimits {
  return {
    maxBatch: options.maxBatch ?? 5000,
    maxBatchBytes: options.maxBatchBytes ?? 16 * 2 ** 20,
  };
}

/** A new one each time, so that a store never takes one process for another. */
function newWriter(): string {
  return `${hostname()}/${newFrameId()}`;
}

function completionOf(frame: FrameRecord): Completion {
  const { id, kind, action, messageId, pair, latency, error, issues, marks } = frame;
  return { id, kind, action, messageId, pair, latency, error, issues, marks };
}

function warn(text: string): void {
  process.emitWarning(text, "JournalWarning");
}
