import { hostname } from "node:os";
import { errorText } from "../error-text.ts";
import type { Store } from "../store/store.ts";
import { Delivery } from "./delivery/delivery.ts";
import { FrameIdSequence, newFrameId } from "../frames/frame-id.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { Ledgers } from "./ledger.ts";
import { Listeners } from "./listeners.ts";
import type { DurableListener, FrameListener, StoredListener } from "./listeners.ts";
import { openSpool } from "./open-spool.ts";
import type { SpoolSide } from "./open-spool.ts";
import { batchLimits, defaultWindow } from "./options.ts";
import type { Durability, JournalOptions } from "./options.ts";
import type { Recorder, RecordStart } from "./recorder.ts";
import { breathe } from "./spool/breathe.ts";
import type { Completion, SpoolRecord } from "./spool/shapes.ts";
import { statusOf } from "./status.ts";
import type { JournalStatus } from "./status.ts";
import { Waiters } from "./waiters.ts";

export type { Recorder, RecordStart } from "./recorder.ts";

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
  readonly #recordedListeners = new Listeners<Parameters<FrameListener>>();
  readonly #durableListeners = new Listeners<Parameters<DurableListener>>();
  readonly #storedListeners = new Listeners<Parameters<StoredListener>>();
  readonly #waiters = new Waiters();

  /** Records of the current turn, which their callers may still fill in. */
  #turn: FrameRecord[] = [];
  /** When the first of them was recorded, ms of a steady clock. */
  #since = 0;
  #recorded = 0;
  /** Done with, where there is no store. */
  #passed = 0;
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
            durable: (ms, frames) => this.#durableListeners.tell(ms, frames),
            stored: (batch) => this.#storedListeners.tell(batch),
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
    return this.#recordedListeners.add(listener);
  }

  /** Told whenever frames have become durable, in the spool or the store, and how long that took. */
  subscribeDurable(listener: DurableListener): () => void {
    return this.#durableListeners.add(listener);
  }

  /** Told of every batch that came into the store, also of earlier processes'. Returns how to unsubscribe. */
  subscribeStored(listener: StoredListener): () => void {
    return this.#storedListeners.add(listener);
  }

  /**
   * Resolves when all recorded so far is delivered and in the store; with a failing store that takes until it recovers.
   * `earlier`: and what earlier processes left in the spool.
   */
  flush({ earlier = false }: { earlier?: boolean } = {}): Promise<void> {
    const upTo = this.#recorded;
    if (this.#isStored(upTo, earlier)) return Promise.resolve();
    const stored = this.#waiters.wait(upTo, earlier);
    this.#delivery?.hurry();
    return stored;
  }

  status(): JournalStatus {
    return statusOf({
      recorded: this.#recorded,
      stored: this.#stored,
      late: this.#late,
      inTurn: this.#turn.length,
      delivery: this.#delivery,
      side: this.#side,
      durability: this.#durability,
      window: this.#window,
      pendingAlarm: this.#pendingAlarm,
    });
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
        reason = `${trouble}; the spool: ${errorText(error)}`;
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
    this.#recordedListeners.tell(frames);
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
    if (this.#waiters.settle((upTo, earlier) => this.#isStored(upTo, earlier))) this.#delivery?.calm();
  }
}

/** Among so many of the newest frames a CALL is looked for that was open at a kill. */
const lookBack = 2000;

/** What all processes of one installation have in common (`<name>/<start>`). */
function nameOf(writer: string): string {
  return writer.slice(0, writer.lastIndexOf("/"));
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
