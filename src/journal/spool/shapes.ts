import type { FrameRecord } from "../../frames/frame.ts";
import type { Batch } from "../../store/store.ts";

/** What is filled in after a record was made. */
export type Completion = Pick<
  FrameRecord,
  "id" | "kind" | "action" | "messageId" | "pair" | "latency" | "error" | "issues" | "marks"
>;

export function completionOf(frame: FrameRecord): Completion {
  const { id, kind, action, messageId, pair, latency, error, issues, marks } = frame;
  return { id, kind, action, messageId, pair, latency, error, issues, marks };
}

/** The first record of a segment. */
export interface HeadRecord {
  t: "head";
  format: number;
  writer: string;
  /** Epoch ms. */
  at: number;
}

/** A frame at the moment it was made, before anything else was known of it. */
export interface FrameStartRecord {
  t: "frame";
  f: FrameRecord;
}

/** The completed form of frames written before. */
export interface DoneRecord {
  t: "done";
  w: string;
  frames: Completion[];
}

/** What a portion holds. */
export const rowLists = ["frames", "transactions", "samples", "events", "connections"] as const;

/** A part of a portion (see `portion.ts`); absent lists are empty. */
export interface PartRecord extends Partial<Pick<Batch, (typeof rowLists)[number]>> {
  t: "part";
  w: string;
  n: number;
  /** Frames from and up to these ids that were written one by one belong to the portion as well. In the last part only. */
  from?: string;
  to?: string;
  /** What came of the same portion before was not completed. */
  first?: true;
  last?: true;
}

/** The portions from `first` to `last` were handed to the store as one batch, numbered `last`. */
export interface BatchRecord {
  t: "batch";
  w: string;
  first: number;
  last: number;
}

export type SpoolRecord = HeadRecord | FrameStartRecord | DoneRecord | PartRecord | BatchRecord;

/** Of the present form of segments. */
export const spoolFormat = 1;

const kinds: ReadonlySet<unknown> = new Set<SpoolRecord["t"]>(["head", "frame", "done", "part", "batch"]);

/** The checksum vouches for the rest: only this program writes such records. */
export function isSpoolRecord(value: unknown): value is SpoolRecord {
  return typeof value === "object" && value !== null && "t" in value && kinds.has(value.t);
}
