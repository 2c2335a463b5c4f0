import type { FrameQuery, FrameRow, Page, PageRequest, SampleQuery, SampleRow } from "../store.ts";
import type { TransactionQuery, TransactionRow } from "../store.ts";
import type { PackedBatch } from "./packed.ts";

/** What the writer's thread does. */
export interface WriterCalls {
  open(file: string): void;
  append(batch: PackedBatch): void;
  put(collection: string, id: string, json: string): void;
  remove(collection: string, id: string): void;
  close(): void;
}

/** What the reader's thread does. */
export interface ReaderCalls {
  open(file: string): void;
  frame(id: string): FrameRow | null;
  /** `null` when there are no frames. */
  newest(): number | null;
  frames(search: FrameSearch): FrameSlice;
  countFrames(search: FrameSearch): CountSlice;
  transactions(query: TransactionQuery, page: PageRequest): Page<TransactionRow>;
  samples(query: SampleQuery, page: PageRequest): Page<SampleRow>;
  documents(collection: string): { id: string; json: string }[];
  close(): void;
}

/** Part of a search, short enough that other calls do not wait long for their turn. */
export interface FrameSearch {
  query: FrameQuery;
  order: "newest" | "oldest";
  limit: number;
  /** Numbers to look at, both inclusive. */
  low: number;
  high: number;
}

/** Numbers of frames, both inclusive. */
export interface Range {
  low: number;
  high: number;
}

export interface FrameSlice {
  items: FrameRow[];
  /** Numbers of the items. */
  numbers: number[];
  /** What is left to look at; null when the search is at its end. */
  rest: Range | null;
}

export interface CountSlice {
  count: number;
  rest: Range | null;
}

export type Call = { no: number; name: string; args: unknown[] };
export type Answer = { no: number; value: unknown } | { no: number; error: string; reason?: string };
