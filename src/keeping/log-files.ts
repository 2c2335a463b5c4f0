import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { errorText } from "../error-text.ts";
import { readLine } from "./log-record.ts";
import type { LifeSign, LogRecord } from "./log-record.ts";

const fileName = /^states-(\d+)\.log$/;
const newline = 0x0a;
const bytesAtOnce = 8 * 2 ** 20;

/** The log's files by number, oldest first. */
export function logFiles(folder: string): { number: number; path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const number = Number(fileName.exec(name)?.[1] ?? NaN);
      return Number.isNaN(number) ? [] : [{ number, path: join(folder, name) }];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** The path of a file of that number; makes the folder, for its owner only. */
export function logFile(folder: string, number: number): string {
  makeFolder(folder);
  return join(folder, `states-${String(number).padStart(8, "0")}.log`);
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

export function removeLogFiles(folder: string, below: number): void {
  for (const { number, path } of logFiles(folder)) if (number < below) rmSync(path, { force: true });
}

/** Writes down what a station knew and nobody here can use, beside the log. Returns the path. Throws when it cannot. */
export function setAside(folder: string, station: string, text: string): string {
  makeFolder(folder);
  const name = encodeURIComponent(station).slice(0, 150);
  const path = join(
    folder,
    `set-aside-${name}-${new Date().toISOString().replaceAll(":", "")}-${randomUUID().slice(0, 8)}.json`,
  );
  writeFileSync(path, text, { mode: 0o600, flag: "wx" });
  return path;
}

/**
 * What the log knows of each station: its last record with all parts, and until when it has lived at least. Lines that are not whole are passed over, and
 * counted but for the one that a kill leaves at the end of a file. Throws when the folder or a file cannot be read.
 */
export function readLog(folder: string): { records: Map<string, LogRecord>; damaged: number } {
  try {
    return readAll(folder);
  } catch (error) {
    throw new Error(`What stations knew cannot be read from ${folder}: ${errorText(error)}`, {
      cause: error,
    });
  }
}

function readAll(folder: string): ReturnType<typeof readLog> {
  const records = new Map<string, LogRecord>();
  let damaged = 0;
  /** By station, the number of the file with its last line. */
  const places = new Map<string, number>();
  /** By process, oldest first, the last. */
  const signs = new Map<number, LifeSign>();
  for (const { number, path } of logFiles(folder)) {
    for (const { line, torn } of linesOf(path)) {
      if (line === "") continue;
      const read = readLine(line);
      if (read === null) damaged += torn ? 0 : 1;
      else if ("alive" in read) signs.set(read.from, read);
      else {
        apply(records, read);
        places.set(read.station, number);
      }
    }
  }
  for (const record of records.values()) {
    if (record.forgotten) records.delete(record.station);
    else if (!record.asleep)
      record.at = Math.max(record.at, livedUntil(signs, places.get(record.station) ?? 0));
  }
  return { records, damaged };
}

/** Until when the process that wrote a file has lived at least, epoch ms; 0: it gave no sign. */
function livedUntil(signs: ReadonlyMap<number, LifeSign>, file: number): number {
  return [...signs.values()].findLast(({ from }) => from <= file)?.alive ?? 0;
}

/** A file may be longer than a text can be. */
function* linesOf(path: string): Generator<{ line: string; torn: boolean }> {
  const file = openSync(path, "r");
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.alloc(bytesAtOnce);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = bytes.lastIndexOf(newline) + 1;
      for (const line of bytes.toString("utf8", 0, end).split("\n")) yield { line, torn: false };
      rest = bytes.subarray(end);
    }
    yield { line: rest.toString("utf8"), torn: true };
  } finally {
    closeSync(file);
  }
}

function apply(records: Map<string, LogRecord>, record: LogRecord): void {
  const before = records.get(record.station);
  if (record.whole || record.forgotten) {
    records.set(record.station, record);
    return;
  }
  // A change of a state whose beginning was lost says too little.
  if (before?.generation !== record.generation || before.revision + 1 !== record.revision) return;
  for (const name of record.gone) before.parts.delete(name);
  for (const [name, text] of record.parts) before.parts.set(name, text);
  before.revision = record.revision;
  before.at = record.at;
}
