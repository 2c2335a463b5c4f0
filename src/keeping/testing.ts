import type { LogRecord } from "./log-record.ts";

/** All that a station knows, in one part of so many bytes about. */
export function wholeRecord(station: string, bytes: number): LogRecord {
  const parts = new Map([["station", JSON.stringify("ü".repeat(bytes / 2))]]);
  const counts = { format: 1, generation: 1, revision: 1, at: 0 };
  return { station, ...counts, whole: true, parts, gone: [], forgotten: false };
}
