import type { FrameRecord } from "../frames/frame.ts";

/** What is known of a record at the moment it is made; the rest defaults to null, 0 issues and no marks. */
export type RecordStart = Pick<
  FrameRecord,
  "station" | "connection" | "dialect" | "direction" | "kind" | "raw"
> & { marks?: string[] };

/** Whoever sees something on the wire tells it here first, before interpreting it. */
export interface Recorder {
  /**
   * Assigns id and time at once. The caller may fill in the other fields of the returned record until its turn of the
   * event loop ends; after that the record must not change.
   */
  record(start: RecordStart): FrameRecord;
}
