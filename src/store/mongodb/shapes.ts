import type { Binary } from "mongodb";
import type { Issue } from "../../../protocol/validate/issue.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { RowTypes } from "../row-members.ts";
import type { FrameRow, StationStateRow } from "../store.ts";

/**
 * What the collections hold. A member that would be null, and an empty list, is left out of time-series documents: an
 * absent column costs nothing there.
 */

/** `frames`, a time-series collection: time field `t`, meta field `meta`. */
export interface FrameDocument {
  /** The frame's id. Time-series collections enforce no unique ids: `Appender` does. */
  _id: string;
  /** The time in the id: unlike `at` it never goes back, so that order by (t, _id) is order of recording per writer. */
  t: Date;
  meta: Pick<FrameRecord, "station" | "connection" | "dialect">;
  /** Epoch ms with fraction; later than `t` never, earlier only after the clock was set back (`WriterDocument.clockLag`). */
  at: number;
  writer: string;
  direction: FrameRecord["direction"];
  kind: FrameRecord["kind"];
  action?: string;
  messageId?: string;
  pair?: string;
  latency?: number;
  error?: string;
  /** As `isError` says. */
  failed: boolean;
  size: number;
  /** Absent when the text is too long for a measurement (4 MB): then it is in `frame_parts`, in so many pieces. */
  raw?: string;
  parts?: number;
  /**
   * True when even without the text the frame is too long (a message id of megabytes): then the pieces are the JSON of the
   * whole `FrameRecord`, and the members that may be long are not here.
   */
  whole?: true;
  /** Decoded, for people who query the database themselves; absent where BSON cannot hold it. We read `raw`. */
  payload?: unknown;
  issues?: Issue[];
  marks?: string[];
  /** When the answer was in the same batch; otherwise it is in `answers`. This one holds where there are both. */
  answer?: NonNullable<FrameRow["answer"]>;
}

/** `frame_parts`: texts too long for one document, in pieces. */
export interface FramePartDocument {
  /** Frame id, stroke, number of the piece from 0. */
  _id: string;
  text: string;
  /** For the TTL index. */
  t: Date;
}

/** `answers`: what became known of a request after its batch was written. */
export interface AnswerDocument extends Omit<NonNullable<FrameRow["answer"]>, "id"> {
  /** Id of the request. */
  _id: string;
  answer: string;
  /** Of the request, for the TTL index. */
  t: Date;
}

/** `meter_samples`, a time-series collection. */
export interface SampleDocument {
  /** `sampleId`: writer, batch and place in it, so that order by (t, at, _id) is order of recording where times are equal. */
  _id: string;
  /** `at`, moved into the time that MongoDB can let expire (series-time.ts). */
  t: Date;
  meta: {
    station: string;
    evse: number;
    connector: number;
    measurand: string;
    phase: string | null;
    location: string | null;
    unit: string;
  };
  at: number;
  value: number;
  context: string;
  transactionKey?: string;
}

/** `transaction_events`, a time-series collection. */
export interface TransactionEventDocument extends Omit<
  RowTypes["events"],
  "station" | "transactionKey" | "transactionId" | "idToken" | "meter" | "stoppedReason"
> {
  /** As of samples. */
  _id: string;
  t: Date;
  meta: { station: string; transactionKey: string };
  transactionId?: string;
  idToken?: string;
  meter?: number;
  stoppedReason?: string;
}

/** What `watch` needs where it has to ask for changes. */
interface Watched {
  /** The server's time of the last write (`$currentDate`, or `$$NOW`), indexed: whoever changes a document sets it. */
  changedAt: Date;
}

/** `transactions` */
export type TransactionDocument = Omit<RowTypes["transactions"], "key"> &
  Watched & { _id: string; writer: string };
/** `connections` */
export type ConnectionDocument = Omit<RowTypes["connections"], "key"> & { _id: string };
/** `runs`; `report` as `packValue` made it. */
export type RunDocument = Omit<RowTypes["runs"], "id"> & Watched & { _id: string };
/** `findings` */
export type FindingDocument = Omit<RowTypes["findings"], "id"> & {
  _id: string;
  /** The number at the end of the id: order by (run, place) is the order of the report. */
  place: number;
};
/** `audit_log`; `before`, `after` and `difference` as `packValue` made them. */
export type HistoryDocument = Omit<RowTypes["history"], "id" | "difference"> & {
  _id: string;
  difference: unknown;
  /** On a server without transactions, while it is not certain that the change itself was made. */
  pending?: true;
};
/** `stations`, `templates`, `settings`, …: see `../collections.ts` */
export interface StoredDocument extends Watched {
  _id: string;
  /** As `packValue` made it. */
  value: unknown;
  owner: string | null;
  /** Process that put it; its own changes are not told to it. */
  writer: string;
}
/** `station_states` */
export type StateDocument = Omit<StationStateRow, "station" | "state"> & {
  _id: string;
  /** Both counts as one text: the order in which states replace each other. */
  order: string;
  /** Text, or where it is long, compressed. */
  state: string | Binary;
};
/** `last_heard`: what must be asked for among frames lies within `heardStep` (last-heard.ts) after this. */
export interface LastHeardDocument {
  /** Of the station. */
  _id: string;
  /** Epoch ms: its last frame has this `at` or a later one, but none as late as `at` plus `heardStep`. */
  at: number;
}
/** `writers` */
export type WriterDocument = Omit<RowTypes["writers"], "writer" | "seenAt"> & {
  _id: string;
  /** By the clock of the server, so that nobody's clock has to be right. */
  seenAt: Date;
  /** The name while the process runs; a unique index lets only one live. */
  live?: string;
  /** Largest `t` minus `at` of its frames, ms: how far its clock was ever set back. */
  clockLag: number;
};
