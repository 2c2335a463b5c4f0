import type { FrameRecord } from "../journal/frame.ts";
import type { Dialect } from "../../protocol/dialect.ts";

/**
 * Where everything recorded lives. One contract, two homes (SQLite embedded, MongoDB later); `contract.ts` tests any
 * home against it.
 */
export interface Store {
  /**
   * Keeps a batch, all or nothing. Resolves when it is durable. Appending a frame id twice keeps one; a batch whose last
   * frame is here already is a repetition, whose samples are not kept again. Frames come in order of recording.
   */
  append(batch: Batch): Promise<void>;
  frames: {
    /**
     * Newest first unless `order` says otherwise. Rejects with `PageRequestError` (page.ts) for a cursor or limit that
     * is not one. A page of very large frames may hold fewer than `limit` and still have a next one.
     */
    query(query: FrameQuery, page: PageRequest): Promise<Page<FrameRow>>;
    get(id: string): Promise<FrameRow | null>;
    /** All that match and were there at the start, oldest first, streamed in bounded memory. */
    stream(query: FrameQuery): AsyncIterable<FrameRow>;
    count(query: FrameQuery): Promise<number>;
  };
  transactions: {
    /** By start, newest first unless `order` says otherwise. */
    query(query: TransactionQuery, page: PageRequest): Promise<Page<TransactionRow>>;
    stream(query: TransactionQuery): AsyncIterable<TransactionRow>;
  };
  samples: {
    /** By time, newest first unless `order` says otherwise. */
    query(query: SampleQuery, page: PageRequest): Promise<Page<SampleRow>>;
    stream(query: SampleQuery): AsyncIterable<SampleRow>;
  };
  /** Small named documents: station configurations and settings of the product itself. */
  documents: {
    list(collection: string): Promise<{ id: string; value: unknown }[]>;
    put(collection: string, id: string, value: unknown): Promise<void>;
    remove(collection: string, id: string): Promise<void>;
  };
  close(): Promise<void>;
}

export interface Batch {
  frames: FrameRecord[];
  /** Upserted by `key`. */
  transactions: TransactionRow[];
  samples: SampleRow[];
}

/** A frame with what is known about its answer. */
export interface FrameRow extends FrameRecord {
  /** For a request: the record that answered it. */
  answer: { id: string; kind: FrameRecord["kind"]; latency: number | null; error: string | null } | null;
}

/** All filters given must hold. An absent filter lets everything through, an empty list nothing. */
export interface FrameQuery {
  stations?: string[];
  actions?: string[];
  direction?: "in" | "out";
  kinds?: FrameRecord["kind"][];
  connection?: string;
  messageId?: string;
  /** Only what went wrong: CALLERROR, fault, refused or with an issue of severity error. */
  errors?: boolean;
  /** Epoch ms, inclusive. */
  from?: number;
  /** Epoch ms, exclusive. */
  to?: number;
  /** Words or a part of a word that the raw text must contain, case-insensitive; all must occur (search-words.ts). */
  text?: string;
  /** Only records after this id, in order of recording (for catching up with the live feed). */
  after?: string;
}

export interface PageRequest {
  limit: number;
  /** Opaque; from the page before. */
  cursor?: string;
  order?: "newest" | "oldest";
}

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  next: string | null;
}

export interface TransactionRow {
  /** station + our own number: the CSMS's id may come later or never. */
  key: string;
  station: string;
  dialect: Dialect;
  /** As on the wire; null until the CSMS of 1.6 gave one. */
  transactionId: string | null;
  evse: number;
  connector: number;
  idToken: string | null;
  startedAt: number;
  endedAt: number | null;
  /** Register, Wh. */
  meterStart: number;
  meterStop: number | null;
  stoppedReason: string | null;
}

export interface TransactionQuery {
  stations?: string[];
  transactionId?: string;
  active?: boolean;
  /** Epoch ms of the start, inclusive. */
  from?: number;
  /** Epoch ms of the start, exclusive. */
  to?: number;
}

export interface SampleRow {
  at: number;
  station: string;
  evse: number;
  connector: number;
  transactionKey: string | null;
  measurand: string;
  phase: string | null;
  location: string | null;
  unit: string;
  context: string;
  value: number;
}

export interface SampleQuery {
  stations?: string[];
  transactionKey?: string;
  measurands?: string[];
  from?: number;
  to?: number;
}
