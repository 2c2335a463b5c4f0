import type { FrameRecord } from "../frames/frame.ts";
import type { FollowedCollectionName } from "./collections.ts";
import type { Dialect } from "../../protocol/dialect.ts";
import type {
  ConnectionRow,
  DocumentRow,
  FindingRow,
  HistoryRow,
  RunRow,
  TransactionEventRow,
  WriterRow,
} from "./rows.ts";
import type { Statistics } from "./statistics.ts";

/**
 * Where everything recorded lives. One contract, two homes (`embedded/`: SQLite, `mongodb/`); `contract.ts` tests any home
 * against it.
 */
export interface Store {
  readonly home: HomeDescription;
  /**
   * Keeps a batch. Resolves when it is durable (fsync, or acknowledged by a majority). A home takes the batches of a
   * writer in order of their numbers and each once: a number that is here already changes nothing. The embedded home
   * keeps all of a batch or nothing; MongoDB may hold a part of it until the same batch is delivered again, which
   * completes it and doubles nothing. Rejects when the home is away, full or refuses; then the same batch comes again.
   */
  append(batch: Batch): Promise<void>;
  frames: {
    /**
     * Newest first unless `order` says otherwise. Rejects with `PageRequestError` (page.ts) for a cursor or limit that
     * is not one. A page may hold fewer than `limit` and still have a next one: of very large frames, or where a search
     * was bounded (`reached`).
     */
    query(query: FrameQuery, page: PageRequest): Promise<Page<FrameRow>>;
    get(id: string): Promise<FrameRow | null>;
    /** All that match and were there at the start, oldest first, streamed in bounded memory. */
    stream(query: FrameQuery): AsyncIterable<FrameRow>;
    count(query: FrameQuery): Promise<number>;
  };
  /** By start, newest first unless `order` says otherwise. */
  transactions: Rows<TransactionRow, TransactionQuery>;
  /** By time, newest first unless `order` says otherwise. */
  samples: Rows<SampleRow, SampleQuery>;
  /** By time, newest first unless `order` says otherwise. */
  events: Rows<TransactionEventRow, TransactionEventQuery>;
  /** By opening, newest first unless `order` says otherwise. */
  connections: Rows<ConnectionRow, ConnectionQuery>;
  /** Audits with what they found. */
  runs: Rows<RunRow, RunQuery> & {
    get(id: string): Promise<RunRow | null>;
    /** Puts or replaces a run and all its findings. */
    put(run: RunRow, findings: FindingRow[]): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** By id: run by run, in the order of the report; newest first unless `order` says otherwise. */
  findings: Rows<FindingRow, FindingQuery>;
  /** Small named documents: station configurations, templates and settings of the product itself. */
  documents: {
    list(collection: string): Promise<DocumentRow[]>;
    /** Puts or replaces; an equal value is no change, but has a new owner. With `change` the difference goes into the history, at once with it. */
    put(collection: string, id: string, value: unknown, change?: Change): Promise<void>;
    remove(collection: string, id: string, change?: Change): Promise<void>;
  };
  /** What stations know, for when their process is gone. */
  states: StationStates;
  /** Changes of documents, newest first unless `order` says otherwise. */
  history: Rows<HistoryRow, HistoryQuery> & { get(id: string): Promise<HistoryRow | null> };
  statistics: Statistics;
  /**
   * By start. Those that live, and the last of each name in each data folder (of commands: the last of each); or all that
   * ever wrote here, or those with these ids.
   */
  writers(which?: "all" | readonly string[]): Promise<WriterRow[]>;
  /** What other processes changed in documents that are followed, transactions and runs. The embedded home has no other processes. */
  watch(listener: (changes: StoreChange[]) => void): () => void;
  /** What is kept, by collection. */
  inventory(): Promise<CollectionSize[]>;
  /** Takes over rows of another home or a backup as they are: nothing is stamped, no history is written. */
  adopt(rows: Partial<AdoptedRows>): Promise<void>;
  close(): Promise<void>;
}

/** What a station knew when it was kept last; opaque text for the store. */
export interface StationStateRow {
  station: string;
  /** Counts the lives of a station: each restore begins the next. */
  generation: number;
  /** Counts up within a generation. */
  revision: number;
  /** Epoch ms. */
  keptAt: number;
  /** JSON text. */
  state: string;
}

/** No history is written of them, and `watch` tells nothing of them. */
export interface StationStates {
  /**
   * Keeps each unless a newer one (by generation, then revision) of the same station is there; durable when it resolves.
   * Rejects when the home is away: then the same rows may come again. A state that is too large for the home is refused
   * with `StateTooLargeError` after all others were kept.
   */
  put(rows: readonly StationStateRow[]): Promise<void>;
  get(station: string): Promise<StationStateRow | null>;
  /** All, by station, in bounded memory. */
  stream(): AsyncIterable<StationStateRow>;
  /** Then any generation is taken again. */
  remove(station: string): Promise<void>;
}

export interface Rows<Row, Query> {
  query(query: Query, page: PageRequest): Promise<Page<Row>>;
  /** All that match and were there at the start, oldest first, streamed in bounded memory. */
  stream(query: Query): AsyncIterable<Row>;
}

export interface HomeDescription {
  kind: "embedded" | "mongodb";
  /** A path, or host and database: no secrets. */
  place: string;
  /** Of SQLite, or of the server. */
  version: string;
  /** How changes of other processes arrive: not at all, pushed (change streams), or by asking now and then. */
  changes: "none" | "pushed" | "polled";
  /** What a person should know about this home, e.g. that it has no time-series collections. */
  warnings: string[];
}

/** Who writes into a home. */
export interface StoreIdentity {
  /** See `WriterRow`. */
  writer: string;
  name: string;
  folder: string;
}

export interface Batch {
  writer: string;
  /** From 1, counted up by the writer. */
  number: number;
  /** In order of recording. */
  frames: FrameRecord[];
  /** Upserted by `key`. */
  transactions: TransactionRow[];
  samples: SampleRow[];
  events: TransactionEventRow[];
  /** Upserted by `key`. */
  connections: ConnectionRow[];
}

/** Who changes a document; `restored` marks the return to an earlier state. */
export interface Change {
  by: string;
  restored?: boolean;
}

export interface StoreChange {
  collection: FollowedCollectionName | "transactions" | "runs";
  id: string;
  action: "put" | "removed";
}

export interface CollectionSize {
  collection: string;
  /** Null where the home cannot tell without going through it all. */
  count: number | null;
  /** On the disk; null where the home cannot tell. */
  bytes: number | null;
}

export interface AdoptedRows {
  documents: DocumentRow[];
  history: HistoryRow[];
  runs: RunRow[];
  findings: FindingRow[];
  writers: WriterRow[];
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
  /** Epoch ms: the search stopped here before the page was full; the next page goes on. Absent: it did not stop. */
  reached?: number;
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

export interface TransactionEventQuery {
  stations?: string[];
  transactionKey?: string;
  from?: number;
  to?: number;
}

export interface ConnectionQuery {
  stations?: string[];
  outcome?: ConnectionRow["outcome"];
  /** Epoch ms of the opening, inclusive. */
  from?: number;
  /** Epoch ms of the opening, exclusive. */
  to?: number;
}

export interface RunQuery {
  dialect?: Dialect;
  verdict?: string;
}

export interface FindingQuery {
  run?: string;
  case?: string;
  verdict?: string;
}

export interface HistoryQuery {
  collection?: string;
  document?: string;
  /** Epoch ms, inclusive. */
  from?: number;
  /** Epoch ms, exclusive. */
  to?: number;
}
