import { hostname } from "node:os";
import { setImmediate as breathe } from "node:timers/promises";
import type { Store, TransactionRow } from "../store/store.ts";
import { findBeginnings } from "./beginnings.ts";
import type { SpoolSide } from "./beginnings.ts";
import { Delivery } from "./delivery/delivery.ts";
import { endDelivery } from "./end-delivery.ts";
import type { EndingRequest } from "./ending.ts";
import { FrameIdSequence, newFrameId } from "../frames/frame-id.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { Ledgers } from "./ledger.ts";
import { Listeners } from "../listeners.ts";
import type { DurableListener, FrameListener, StoredListener } from "./listeners.ts";
import { batchLimits, defaultWindow } from "./options.ts";
import type { Durability, JournalOptions } from "./options.ts";
import type { Recorder, RecordStart } from "./recorder.ts";
import { completionOf } from "./spool/shapes.ts";
import type { SpoolRecord } from "./spool/shapes.ts";
import { statusOf } from "./status.ts";
import type { JournalStatus } from "./status.ts";
import { Waiters } from "./waiters.ts";

export type { Recorder, RecordStart } from "./recorder.ts";

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
  readonly #store: Store | null;
  readonly #ledgers: Ledgers;
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
    this.#store = options.store;
    this.#ledgers = parts?.ledgers ?? new Ledgers();
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
            ledgers: this.#ledgers,
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
   * A journal that goes on where the store and the spool end: ids stay ascending, transactions are known, and what
   * earlier processes left in the spool is delivered first. Rejects when the spool cannot be read or written.
   */
  static async open(options: JournalOptions & { store: Store }): Promise<Journal> {
    const writer = options.writer ?? newWriter();
    const report = options.report ?? warn;
    const { ledgers, side, ...last } = await findBeginnings({ journal: options, writer, report });
    return new Journal({ ...options, ...last, writer }, { ledgers, side });
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

  /**
   * Ends all transactions of a station that are open in the store, whoever recorded them, with a reason of our own and
   * without a meter value. For a station that says nothing any more: one that was deleted, whose process is gone for good,
   * or that does not know them any more; whoever deletes it stops it before. What it says of their end all the same comes in the
   * place of ours. Resolves with their number when that is in the store; while it is away that takes until it is back.
   * Rejects when the store cannot be read.
   */
  async endTransactions(station: string, { at, reason, which }: EndingRequest): Promise<number> {
    const store = this.#store;
    if (store === null || this.#delivery === null) return 0;
    await this.flush({ earlier: true });
    const rows: TransactionRow[] = [];
    for await (const row of store.transactions.stream({ stations: [station], active: true }))
      if (which?.(row) ?? true) rows.push(row);
    if (rows.length === 0) return 0;
    this.#recorded += 1;
    this.#delivery.pushEnding({ station, rows, at, reason });
    await this.flush();
    return rows.length;
  }

  /** Reads what the store knows of a station's transactions, before the station of another process goes on in this one. */
  async learnTransactions(station: string): Promise<void> {
    if (this.#store !== null) await this.#ledgers.load(this.#store, station);
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
    if (this.#delivery === null) return;
    await endDelivery({
      delivery: this.#delivery,
      side: this.#side,
      stored: this.flush(),
      timeout: this.#closeTimeout,
      report: this.#report,
    });
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

/** A new one each time, so that a store never takes one process for another. */
function newWriter(): string {
  return `${hostname()}/${newFrameId()}`;
}

function warn(text: string): void {
  process.emitWarning(text, "JournalWarning");
}
