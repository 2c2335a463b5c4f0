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
  /** The station does not live in the process that wrote this. */
  asleep?: boolean;
}

/** A line that says that the process lived, and with it all stations of which something stands in its files. */
export interface LifeSign {
  /** Epoch ms. */
  alive: number;
  /** Number of its first file. */
  from: number;
}

/**
 * A line with a checksum, so that the half of it that a kill leaves behind is told from a whole one. Parts stand behind
 * tabs, which no JSON text has: who reads the log takes them as they are and need not read what a later line replaces.
 */
export function writeRecord(record: LogRecord): string {
  const { parts, ...head } = record;
  const fields = [JSON.stringify(head)];
  for (const [name, text] of parts) fields.push(JSON.stringify(name), text);
  return withChecksum(fields.join("\t"));
}

export function writeLifeSign(sign: LifeSign): string {
  return withChecksum(JSON.stringify(sign));
}

function withChecksum(body: string): string {
  return `${checksum(body)} ${body}\n`;
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, "0");
}

/** Null for what is no whole line of the log. */
export function readLine(line: string): LogRecord | LifeSign | null {
  const body = line.slice(9);
  if (line.charAt(8) !== " " || line.slice(0, 8) !== checksum(body)) return null;
  const [head = "", ...fields] = body.split("\t");
  const parts = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    parts.set(JSON.parse(fields[at] ?? "") as string, fields[at + 1] ?? "");
  const read = parseJson(head) as Omit<LogRecord, "parts"> | LifeSign;
  return "alive" in read ? read : { ...read, parts };
}
