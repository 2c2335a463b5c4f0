import type { SQLOutputValue } from "node:sqlite";
import type { HistoryRow, RunRow, WriterRow } from "../rows.ts";
import type {
  Change,
  CollectionSize,
  FrameQuery,
  FrameRow,
  Page,
  PageRequest,
  StationStateRow,
  Store,
  StoreIdentity,
} from "../store.ts";
import type { PackedDocument, PackedRows } from "./kept-rows.ts";
import type { PackedBatch } from "./pack-batch.ts";
import type { RowValues } from "./tables.ts";
import type { StatisticsCall, StatisticsReply } from "./statistics/reader.ts";

/** What the writer's thread does. */
export interface WriterCalls {
  /** `unfinished`: also what holds only the beginning of a copy. */
  open(file: string, identity: StoreIdentity | null, unfinished: boolean): void;
  append(batch: PackedBatch): void;
  put(collection: string, id: string, json: string, change: Change | undefined): void;
  remove(collection: string, id: string, change: Change | undefined): void;
  putRun(id: string, run: RowValues, findings: readonly RowValues[]): void;
  removeRun(id: string): void;
  putStates(rows: readonly StationStateRow[]): void;
  removeState(station: string): void;
  adopt(rows: PackedRows): void;
  close(): void;
}

/** Parts of the store with a table that is searched, and streamed by number of row. */
export type RowsName =
  "transactions" | "samples" | "events" | "connections" | "runs" | "findings" | "history";
export type QueryOf<Name extends RowsName> = Parameters<Store[Name]["query"]>[0];
export type RowOf<Name extends RowsName> = Awaited<ReturnType<Store[Name]["query"]>>["items"][number];

/** What the reader's thread does. Searches with `until` look only at rows up to that number. */
export interface ReaderCalls {
  open(file: string): void;
  frame(id: string): FrameRow | null;
  /** `null` when there are no frames. */
  newest(): number | null;
  frames(search: FrameSearch): FrameSlice;
  countFrames(search: FrameSearch): CountSlice;
  /** The highest number of a row; 0 for an empty table. */
  newestRow(name: RowsName): number;
  rows<Name extends RowsName>(
    name: Name,
    query: QueryOf<Name>,
    page: PageRequest,
    until?: number,
  ): Page<RowOf<Name>>;
  run(id: string): RunRow | null;
  change(id: string): HistoryRow | null;
  documents(collection: string): PackedDocument[];
  state(station: string): StationStateRow | null;
  /** Some of them, by station, those behind `after`; none behind the last. */
  states(after: string): StationStateRow[];
  writers(which?: "all" | readonly string[]): WriterRow[];
  /** Of SQLite. */
  version(): string;
  inventory(): CollectionSize[];
  statistics(call: StatisticsCall): StatisticsReply;
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

/** A frame on its way from the reader's thread: a list of plain values crosses several times faster than an object. */
export type FrameValues = SQLOutputValue[];

export interface FrameSlice {
  /** See `frameOf`; the first value is the frame's number. */
  rows: FrameValues[];
  /** What is left to look at; null when the search is at its end. */
  rest: Range | null;
}

export interface CountSlice {
  count: number;
  rest: Range | null;
}

export type Call = { no: number; name: string; args: unknown[] };
export type Answer = { no: number; value: unknown } | { no: number; error: string; reason?: string };
