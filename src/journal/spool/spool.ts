import { mkdir, unlink } from "node:fs/promises";
import { setImmediate as breathe } from "node:timers/promises";
import { errorText } from "../../error-text.ts";
import type { Batch } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { DiskSync } from "./disk-sync.ts";
import { SegmentFile } from "./file.ts";
import type { ToDisk } from "./file.ts";
import { partsOf } from "./parts.ts";
import { SpoolReader } from "./reader.ts";
import { packRecord } from "./record.ts";
import { recover } from "./recover.ts";
import type { Recovered } from "./recover.ts";
import { advance, isDelivered, noteRecord, segmentPath } from "./segment.ts";
import type { Progress, Segment } from "./segment.ts";
import { DamagedFiles } from "./damaged-files.ts";
import { spoolFormat } from "./shapes.ts";
import type { PartRecord, SpoolRecord } from "./shapes.ts";

export interface SpoolOptions {
  /** Made if it is not there. */
  folder: string;
  /** Of this process. */
  writer: string;
  /** Most bytes in all segments together. */
  limit: number;
  /** Bytes after which a new segment begins. */
  segment: number;
  /** All writes are done before the call returns (every-frame), not off the main thread. */
  sync: boolean;
  report: (text: string) => void;
  /** How what was written comes to the disk; fdatasync unless given. */
  toDisk?: ToDisk;
}

/** Bytes that go to the file in one write. */
const atOnce = 2 ** 20;
/** Longest that packing holds the event loop, ms; one record more. */
const slice = 3;

/**
 * Portions on disk that the store has not taken yet: segment files, written at the end, read from the begin, removed
 * when all in them is delivered. A write is safe from a kill of the process when it returns, and from a kill of the machine
 * as `DiskSync` says.
 */
export class Spool {
  readonly #options: SpoolOptions;
  readonly #segments: Segment[];
  readonly #reader: SpoolReader;
  readonly #delivered = new Map<string, Progress>();
  #file: SegmentFile | null = null;
  #current: Segment | null = null;
  #sequence: number;
  #bytes: number;
  readonly #damaged: DamagedFiles;
  /** The write under way; the next waits for it. */
  #writing: Promise<void> = Promise.resolve();
  /** Writes under way or waiting for their turn. */
  #underWay = 0;
  #removing: Promise<void> = Promise.resolve();
  readonly #disk: DiskSync;

  private constructor(options: SpoolOptions, segments: Segment[], damaged: DamagedFiles) {
    this.#options = options;
    this.#disk = new DiskSync(options.report);
    this.#segments = segments;
    this.#damaged = damaged;
    this.#sequence = segments.at(-1)?.sequence ?? 0;
    this.#bytes = segments.reduce((sum, { size }) => sum + size, 0);
    this.#reader = new SpoolReader(segments, damaged, options.report);
  }

  /** Opens the spool and finds what earlier processes left in it. */
  static async open(options: SpoolOptions): Promise<{ spool: Spool; recovered: Recovered }> {
    await mkdir(options.folder, { recursive: true });
    const damaged = await DamagedFiles.load(options.folder);
    const recovered = await recover(options.folder, damaged);
    for (const text of recovered.findings) options.report(text);
    const spool = new Spool(options, recovered.segments, damaged);
    spool.#disk.found(recovered.segments.map(({ path }) => path));
    return { spool, recovered };
  }

  status(): { bytes: number; limit: number; segments: number; damaged: number; notice: string | null } {
    // An own segment with nothing left to deliver is only kept to be written on.
    const waiting = this.#segments.filter((segment) => !isDelivered(segment, this.#delivered));
    const bytes = waiting.reduce((sum, { size }) => sum + size, 0);
    return { bytes, limit: this.#options.limit, segments: waiting.length, ...this.#damaged.status() };
  }

  /**
   * Writes a portion, in slices. Rejects when the disk or the spool is full; then all of it has to be written again.
   * `missing`: the frames of it that `writeNow` has not written; all, unless given.
   */
  write(portion: Batch, missing?: readonly FrameRecord[]): Promise<void> {
    return this.#inTurn(async () => {
      let records: PartRecord[] = [];
      let packed: Buffer[] = [];
      let bytes = 0;
      let began = performance.now();
      for (const part of partsOf(portion, missing)) {
        const buffer = packRecord(part);
        records.push(part);
        packed.push(buffer);
        bytes += buffer.length;
        if (bytes >= atOnce) {
          await this.#put(records, packed, bytes);
          [records, packed, bytes] = [[], [], 0];
        } else if (performance.now() - began < slice) continue;
        await breathe();
        began = performance.now();
      }
      if (bytes > 0) await this.#put(records, packed, bytes);
    });
  }

  /** Notes that portions go to the store together, so that after a kill they go so again. */
  assign(writer: string, first: number, last: number): Promise<void> {
    const record: SpoolRecord = { t: "batch", w: writer, first, last };
    if (this.#underWay === 0) {
      // So short that it is done sooner than handed to another thread.
      try {
        this.writeNow(record);
        return Promise.resolve();
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    const buffer = packRecord(record);
    return this.#inTurn(() => this.#put([record], [buffer], buffer.length));
  }

  /** The same before it returns; false when another write is under way, which this one must not meet. Throws when full. */
  writePortionNow(portion: Batch): boolean {
    if (this.#underWay > 0) return false;
    let records: PartRecord[] = [];
    let packed: Buffer[] = [];
    let bytes = 0;
    for (const part of partsOf(portion)) {
      const buffer = packRecord(part);
      records.push(part);
      packed.push(buffer);
      bytes += buffer.length;
      if (bytes < atOnce && part.last !== true) continue;
      const { file, segment } = this.#room(bytes);
      file.appendNow(Buffer.concat(packed, bytes));
      this.#written(segment, records, bytes);
      [records, packed, bytes] = [[], [], 0];
    }
    return true;
  }

  /** Writes a record before it returns; not while another write is under way. Throws when the disk or the spool is full. */
  writeNow(record: SpoolRecord): void {
    const bytes = packRecord(record);
    const { file, segment } = this.#room(bytes.length);
    file.appendNow(bytes);
    this.#written(segment, [record], bytes.length);
  }

  /** From here on segments hold portions of this process alone. Returns the last segment before. */
  beginOwn(): number {
    this.#endSegment();
    return this.#sequence;
  }

  /** The next portion in order of writing, up to the end of a segment and up to a number; null when there is none. */
  next(until?: number, upTo?: number): Promise<Batch | null> {
    return this.#reader.next(until, upTo);
  }

  /** Notes how far the store has the portions of a writer; segments that hold nothing else go. */
  delivered(writer: string, progress: Partial<Progress>): void {
    advance(this.#delivered, writer, progress);
    this.#sweep();
  }

  /** Rejects when not all of it could be brought to the disk. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    this.#endSegment();
    this.#sweep();
    await this.#removing;
    await this.#disk.close();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    const turn = this.#writing
      .catch(() => undefined)
      .then(work)
      .finally(() => {
        this.#underWay -= 1;
      });
    this.#writing = turn;
    return turn;
  }

  /** All of the records or none. */
  async #put(records: readonly SpoolRecord[], packed: readonly Buffer[], length: number): Promise<void> {
    const { file, segment } = this.#room(length);
    const bytes = packed.length === 1 && packed[0] !== undefined ? packed[0] : Buffer.concat(packed, length);
    if (this.#options.sync) file.appendNow(bytes);
    else {
      // Noted before, so that the segment cannot be swept away under the write.
      for (const record of records) noteRecord(segment, record);
      await file.append(bytes);
    }
    this.#written(segment, records, length);
  }

  /** The file for the next record. Throws when the spool is full. */
  #room(length: number): { file: SegmentFile; segment: Segment } {
    const { limit, folder, segment: most, writer } = this.#options;
    if (this.#bytes + length > limit) throw new Error(`the spool is full (${limit} bytes)`);
    if (this.#current !== null && this.#current.size > 0 && this.#current.size + length > most)
      this.#endSegment();
    if (this.#file !== null && this.#current !== null) return { file: this.#file, segment: this.#current };
    const sequence = this.#sequence + 1;
    const file = new SegmentFile(segmentPath(folder, sequence), this.#options.toDisk);
    this.#sequence = sequence;
    const segment: Segment = {
      sequence,
      path: segmentPath(folder, sequence),
      size: 0,
      checked: false,
      last: new Map(),
    };
    this.#segments.push(segment);
    this.#file = file;
    this.#current = segment;
    this.#disk.folderOf(file);
    const head = packRecord({ t: "head", format: spoolFormat, writer, at: Date.now() });
    file.appendNow(head);
    segment.size += head.length;
    this.#bytes += head.length;
    return { file, segment };
  }

  #written(segment: Segment, records: readonly SpoolRecord[], length: number): void {
    for (const record of records) noteRecord(segment, record);
    segment.size += length;
    this.#bytes += length;
    if (this.#file !== null) this.#disk.written(this.#file);
  }

  #endSegment(): void {
    const segment = this.#current;
    if (this.#file !== null && segment !== null)
      this.#disk.end(this.#file, () => isDelivered(segment, this.#delivered));
    this.#file = null;
    this.#current = null;
  }

  /** Removes delivered segments from the front; the one being written is emptied when nothing comes after it. */
  #sweep(): void {
    for (;;) {
      const first = this.#segments[0];
      if (first === undefined || !isDelivered(first, this.#delivered)) return;
      if (first === this.#current) {
        if (first.size > this.#options.segment / 16)
          void this.#inTurn(() => Promise.resolve(this.#dropCurrent(first)));
        return;
      }
      this.#drop(first);
    }
  }

  #dropCurrent(segment: Segment): void {
    if (segment !== this.#current || !isDelivered(segment, this.#delivered)) return;
    this.#endSegment();
    this.#sweep();
  }

  #drop(segment: Segment): void {
    this.#segments.shift();
    this.#bytes -= segment.size;
    this.#removing = this.#removing
      .then(() => unlink(segment.path))
      .catch((error: unknown) => {
        this.#options.report(`${segment.path} is delivered but cannot be removed: ${errorText(error)}`);
      });
  }
}
