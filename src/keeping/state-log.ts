import { closeSync, fdatasync, ftruncateSync, openSync, writeSync } from "node:fs";
import { logFile, logFiles, removeLogFiles, setAside } from "./log-files.ts";
import { writeLifeSign, writeRecord } from "./log-record.ts";
import type { LogRecord } from "./log-record.ts";

/** Bytes of a file after which the next one is begun, unless what it begins with is more than half of that. */
const fileLimit = 32 * 2 ** 20;
/** Between two times that the disk is asked to hold what was written, ms: a kill of the process loses nothing anyway. */
const syncInterval = 1000;

export interface StateLogOptions {
  folder: string;
  /** Told once per trouble, and once when it is over (null). */
  trouble: (error: unknown) => void;
  fileLimit?: number;
}

/**
 * What stations know, on disk the moment they know it: lines appended to a file, handed to the system before the call
 * returns, so that they survive the end of the process however it comes.
 */
export class StateLog {
  readonly #options: StateLogOptions;
  /** Number of the first file that this process writes. */
  readonly #first: number;
  #number: number;
  #file: number | null = null;
  #size = 0;
  /** Bytes that the present file began with: all that was known then. */
  #carried = 0;
  #failing = false;
  #unsynced = false;
  #syncing = false;
  readonly #timer: NodeJS.Timeout;

  constructor(options: StateLogOptions) {
    this.#options = options;
    this.#first = (logFiles(options.folder).at(-1)?.number ?? 0) + 1;
    this.#number = this.#first;
    this.#timer = setInterval(() => this.#sync(), syncInterval).unref();
  }

  /** Whether the last record could not be written. */
  get failing(): boolean {
    return this.#failing;
  }

  /** Number of the file that is written to. */
  get number(): number {
    return this.#number;
  }

  /** The file has grown so large that it is time for the next one. */
  get full(): boolean {
    return this.#size >= Math.max(this.#options.fileLimit ?? fileLimit, 2 * this.#carried);
  }

  /** @returns whether it is written. Never throws. */
  append(record: LogRecord): boolean {
    const written = this.#write(writeRecord(record));
    if (written) this.#unsynced = true;
    if (written && this.#failing) {
      this.#failing = false;
      this.#options.trouble(null);
    }
    return written;
  }

  /**
   * Notes that the process lives, epoch ms, unless the disk is in trouble. The system may take its time to bring it to the
   * disk. Never throws.
   */
  alive(at: number): void {
    if (!this.#failing) this.#write(writeLifeSign({ alive: at, from: this.#first }));
  }

  /** Puts a text about a station beside the log. Returns where; throws when that fails. */
  setAside(station: string, text: string): string {
    return setAside(this.#options.folder, station, text);
  }

  /** Begins the next file. What the earlier ones say stays until `removeEarlier`. */
  next(): void {
    this.#closeFile();
    this.#size = 0;
    this.#number += 1;
  }

  /** All that is still worth knowing stands in the present file. */
  removeEarlier(): void {
    this.#carried = this.#size;
    removeLogFiles(this.#options.folder, this.#number);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#closeFile();
  }

  #closeFile(): void {
    const file = this.#file;
    this.#file = null;
    if (file === null) return;
    try {
      closeSync(file);
    } catch {
      // What it has is with the system, or was told to be in trouble.
    }
  }

  #write(text: string): boolean {
    try {
      this.#file ??= openSync(logFile(this.#options.folder, this.#number), "a", 0o600);
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
      this.#size += bytes.length;
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  /** A line that is written in part would swallow the next one: it is taken back, or that goes into another file. */
  #fail(error: unknown): void {
    if (!this.#failing) this.#options.trouble(error);
    this.#failing = true;
    if (this.#file === null) return;
    try {
      ftruncateSync(this.#file, this.#size);
    } catch {
      this.next();
    }
  }

  #sync(): void {
    if (this.#file === null || !this.#unsynced || this.#syncing) return;
    this.#unsynced = false;
    this.#syncing = true;
    fdatasync(this.#file, () => {
      this.#syncing = false;
    });
  }
}
