import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { canonicalFrom, canonicalJson, Content, sections } from "../canonical.ts";
import type { Section } from "../canonical.ts";
import type { Carried } from "../copy/carried.ts";
import { TransferError } from "../copy/transfer-error.ts";
import { backupFormat, headSchema, sectionsOf, lineMark, lineSchema, zipChunk } from "./format.ts";
import type { BackupHead, SectionSums } from "./format.ts";
import { linesOf } from "./lines.ts";

/** Characters. */
const hashedAtOnce = 64 * 1024;

export interface BackupSummary {
  head: BackupHead;
  sections: Record<Section, SectionSums>;
  /** Of the whole text: tells one backup from another. */
  sha256: string;
  /** Epoch ms of the oldest row of what a home may let expire; null where there is none. */
  oldest: { frames: number | null; samples: number | null; events: number | null };
}

/**
 * Reads a backup and checks all of it on the way: form, version, counts, hashes, that it is whole and ends where it says.
 * Gives the rows; `summary()` is there when all were taken. Throws TransferError that says where it is broken.
 */
export function readBackup(path: string): { rows: AsyncGenerator<Carried>; summary: () => BackupSummary } {
  let summary: BackupSummary | null = null;
  return {
    rows: rowsIn(path, (end) => (summary = end)),
    summary: () => {
      if (summary === null) throw new TypeError("the backup was not read to its end");
      return summary;
    },
  };
}

async function* rowsIn(path: string, done: (summary: BackupSummary) => void): AsyncGenerator<Carried> {
  const fail = (why: string): never => {
    throw new TransferError(`${path} cannot be used: ${why}.`);
  };
  const reading = new Reading(fail);
  try {
    for await (const line of linesOf(unzipped(path))) {
      const carried = reading.take(line);
      if (carried !== null) yield carried;
    }
  } catch (error) {
    if (error instanceof TransferError || !(error instanceof Error)) throw error;
    fail(`${unreadable(error)}; it was read as far as ${reading.place()}`);
  }
  done(reading.end());
}

async function* unzipped(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: zipChunk });
  const piped = pipeline(createReadStream(path), gunzip);
  // It ends with the same error as the reading below.
  piped.catch(() => {});
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
    await piped;
  } finally {
    gunzip.destroy();
  }
}

function unreadable(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return "it is cut short";
  if (code === "Z_DATA_ERROR" || code === "Z_NEED_DICT") {
    return error.message === "incorrect header check"
      ? "it is no gzip file"
      : `it is damaged (${error.message})`;
  }
  return error.message;
}

/** Of a section that the format does not have. */
const nothing: SectionSums = {
  count: 0,
  sha256: createHash("sha256").digest("hex"),
  content: new Content().digest(),
};

/** The state between two lines. */
class Reading {
  readonly #fail: (why: string) => never;
  #line = 0;
  #head: BackupHead | null = null;
  #open: { section: Section; content: Content; lines: ReturnType<typeof createHash> } | null = null;
  readonly #sums: Partial<Record<Section, SectionSums>> = {};
  readonly #whole = createHash("sha256");
  /** Rows that are not hashed yet: many at once take half the time. */
  #unhashed = "";
  #sha256: string | null = null;
  readonly #oldest: BackupSummary["oldest"] = { frames: null, samples: null, events: null };

  constructor(fail: (why: string) => never) {
    this.#fail = fail;
  }

  place(): string {
    return `line ${this.#line}${this.#open === null ? "" : `, in ${this.#open.section}`}`;
  }

  /** A row, or null for any other line. */
  take(line: string): Carried | null {
    this.#line += 1;
    if (this.#sha256 !== null) return this.#fail(`it goes on after its end, on line ${this.#line}`);
    if (this.#head !== null && !line.startsWith(lineMark)) return this.#readRow(line);
    this.#hashRows();
    if (!line.startsWith('{"backup":"end"')) this.#whole.update(line).update("\n");
    if (this.#head === null) this.#head = this.#readHead(line);
    else this.#readMark(line);
    return null;
  }

  #hashRows(): void {
    const bytes = Buffer.from(this.#unhashed);
    this.#unhashed = "";
    this.#whole.update(bytes);
    this.#open?.lines.update(bytes);
  }

  end(): BackupSummary {
    if (this.#head === null) return this.#fail("it is empty");
    if (this.#sha256 === null) return this.#fail(`it is cut short after ${this.place()}`);
    const all = Object.fromEntries(sections.map((section) => [section, this.#sums[section] ?? nothing]));
    // The mark of the end has seen to it that each section of this format is there.
    const sums = all as Record<Section, SectionSums>;
    return { head: this.#head, sections: sums, sha256: this.#sha256, oldest: this.#oldest };
  }

  #sections(): readonly Section[] {
    return sectionsOf(this.#head?.format ?? backupFormat);
  }

  #readHead(line: string): BackupHead {
    const head = headSchema.safeParse(parsed(line));
    if (!head.success)
      return this.#fail("it is no backup of Stationmaster: its first line says nothing of one");
    if (head.data.format > backupFormat) {
      return this.#fail(
        `it was written by a newer Stationmaster, ${head.data.product} (format ${head.data.format}; this one knows ` +
          `${backupFormat}). Use that version`,
      );
    }
    return head.data;
  }

  #readMark(text: string): void {
    const read = lineSchema.safeParse(parsed(text));
    if (!read.success) return this.#fail(`line ${this.#line} is damaged`);
    const mark = read.data;
    switch (mark.backup) {
      case "section": {
        const expected = this.#sections()[Object.keys(this.#sums).length];
        if (this.#open !== null || mark.section !== expected) {
          return this.#fail(
            `line ${this.#line} opens ${mark.section} where ${expected ?? "the end"} belongs`,
          );
        }
        this.#open = { section: mark.section, content: new Content(), lines: createHash("sha256") };
        return;
      }
      case "section-end": {
        if (this.#open?.section !== mark.section)
          return this.#fail(`line ${this.#line} closes what is not open`);
        const { content, lines } = this.#open;
        const found = { count: content.count, sha256: lines.digest("hex"), content: content.digest() };
        if (found.count !== mark.count) {
          return this.#fail(
            `${mark.section} has ${found.count} rows and should have ${mark.count} (line ${this.#line})`,
          );
        }
        if (found.sha256 !== mark.sha256 || found.content !== mark.content) {
          return this.#fail(`${mark.section} is damaged: its hash is not what line ${this.#line} says`);
        }
        this.#sums[mark.section] = found;
        this.#open = null;
        return;
      }
      case "end": {
        const missing = this.#sections().find((section) => this.#sums[section] === undefined);
        if (this.#open !== null || missing !== undefined) {
          return this.#fail(`it ends on line ${this.#line} without ${missing ?? "closing what is open"}`);
        }
        const sha256 = this.#whole.digest("hex");
        if (mark.sha256 !== sha256 || canonicalJson(mark.sections) !== canonicalJson(this.#sums)) {
          return this.#fail(`it is damaged: its hash is not what its last line says`);
        }
        this.#sha256 = sha256;
      }
    }
  }

  #readRow(line: string): Carried | null {
    const open = this.#open;
    if (open === null) return this.#fail(`line ${this.#line} stands outside of any section`);
    const row = parsedRow(line);
    if (row === null) return this.#fail(`line ${this.#line}, in ${open.section}, is damaged`);
    const canonical = canonicalFrom(row, line);
    open.content.add(canonical);
    this.#unhashed += `${line}\n`;
    if (this.#unhashed.length >= hashedAtOnce) this.#hashRows();
    const { section } = open;
    if ((section === "frames" || section === "samples" || section === "events") && "at" in row) {
      this.#oldest[section] = Math.min(this.#oldest[section] ?? Infinity, Number(row.at));
    }
    // The hash of the section proves that it is what a home gave; that it is whole is known before any is written.
    return { section, row, text: canonical } as Carried;
  }
}

/** A row whose JSON is exactly the line; null when there is none. */
function parsedRow(line: string): object | null {
  // Written out as it was read, it was read right. `parseJson` takes longer and reads some that the engine reads wrongly.
  return exactly(line, JSON.parse) ?? exactly(line, parseJson);
}

function exactly(line: string, parse: (text: string) => unknown): object | null {
  try {
    const row = parse(line);
    return typeof row === "object" && row !== null && JSON.stringify(row) === line ? row : null;
  } catch {
    return null;
  }
}

function parsed(line: string): unknown {
  try {
    return parseJson(line);
  } catch {
    return undefined;
  }
}
