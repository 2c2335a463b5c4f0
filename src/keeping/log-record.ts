import { crc32 } from "node:zlib";
import { parseJson } from "../../protocol/wire/parse-json.ts";

/** What one line of the log says of a station. */
export interface LogRecord {
  station: string;
  /** Counts the lives of a station. */
  generation: number;
  /** Counts what was kept in this life. */
  revision: number;
  /** Form of the parts (`keptFormat`). */
  format: number;
  /** Epoch ms of the event. */
  at: number;
  /** All parts are in `parts`; otherwise those that changed. */
  whole: boolean;
  /** JSON texts by name. */
  parts: Map<string, string>;
  /** Names of parts that are no more. */
  gone: string[];
  /** Nothing is known of the station any more. */
  forgotten: boolean;
}

/** A line with a checksum, so that the half of it that a kill leaves behind is told from a whole one. */
export function writeRecord(record: LogRecord): string {
  const { parts, ...rest } = record;
  const head = JSON.stringify(rest);
  const members = [...parts].map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",");
  const body = `${head.slice(0, -1)},"parts":{${members}}}`;
  return `${crc32(body).toString(16).padStart(8, "0")} ${body}\n`;
}

/** Null for what is no whole line of the log. */
export function readRecord(line: string): LogRecord | null {
  const body = line.slice(9);
  if (line.charAt(8) !== " " || line.slice(0, 8) !== crc32(body).toString(16).padStart(8, "0")) return null;
  const read = parseJson(body) as Omit<LogRecord, "parts"> & { parts: { [name: string]: unknown } };
  const parts = new Map(Object.entries(read.parts).map(([name, part]) => [name, JSON.stringify(part)]));
  return { ...read, parts };
}
