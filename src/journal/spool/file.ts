import { closeSync, fdatasync, ftruncateSync, openSync, read, write, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { syncFolder } from "../../sync-folder.ts";

const readAsync = promisify(read);
const writeAsync = promisify(write);
const fdatasyncAsync = promisify(fdatasync);

/** Brings what was written to an open file from the page cache to the disk. */
export type ToDisk = (fd: number) => Promise<void>;

/** Bytes that are written anew in one step. */
const step = 2 ** 20;

/** The segment that is being written. Writes go to a place of their own, so that a failed one leaves no gap. */
export class SegmentFile {
  readonly #fd: number;
  readonly #path: string;
  readonly #toDisk: ToDisk;
  #size = 0;
  /** So much of it is on the disk. */
  #synced = 0;
  /** An attempt failed since then. */
  #failed = false;
  #syncing: Promise<void> | null = null;
  #closed = false;

  /** Throws when the file is there already or cannot be made. */
  constructor(path: string, toDisk: ToDisk = fdatasyncAsync) {
    this.#path = path;
    this.#toDisk = toDisk;
    this.#fd = openSync(path, "wx+", 0o600);
  }

  /** Whether something of it is in the page cache alone. */
  get dirty(): boolean {
    return this.#synced < this.#size;
  }

  /** Bytes of whole records. */
  get size(): number {
    return this.#size;
  }

  /** One at a time. Rejects when not all of it could be written; then nothing of it counts. */
  async append(bytes: Buffer): Promise<void> {
    let done = 0;
    try {
      while (done < bytes.length) {
        const { bytesWritten } = await writeAsync(
          this.#fd,
          bytes,
          done,
          bytes.length - done,
          this.#size + done,
        );
        done += bytesWritten;
      }
    } catch (error) {
      this.#undo();
      throw error;
    }
    this.#size += bytes.length;
  }

  /** The same before it returns; not while `append` is under way. */
  appendNow(bytes: Buffer): void {
    let done = 0;
    try {
      while (done < bytes.length)
        done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#size + done);
    } catch (error) {
      this.#undo();
      throw error;
    }
    this.#size += bytes.length;
  }

  /**
   * From the page cache to the disk: all that was written before the call. Rejects when an attempt fails; what is not on
   * the disk then is so at the next that succeeds.
   */
  async sync(): Promise<void> {
    const upTo = this.#size;
    while (this.#synced < upTo && !this.#closed) {
      // The one under way may have begun before the last write, and its failure is told to whoever began it.
      if (this.#syncing !== null) await this.#syncing.catch(() => undefined);
      else {
        this.#syncing = this.#sync().finally(() => {
          this.#syncing = null;
        });
        await this.#syncing;
      }
    }
  }

  /** Once, not while a write is under way. `sync` comes before, unless nobody needs what was written. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#syncing?.catch(() => undefined);
    closeSync(this.#fd);
  }

  /** So that the name of a new segment is on the disk as well. */
  async syncFolder(): Promise<void> {
    await syncFolder(dirname(this.#path));
  }

  async #sync(): Promise<void> {
    const upTo = this.#size;
    try {
      if (this.#failed) await this.#writeAgain(this.#synced, upTo);
      await this.#toDisk(this.#fd);
    } catch (error) {
      this.#failed = true;
      throw error;
    }
    this.#failed = false;
    this.#synced = upTo;
  }

  /** A system may forget after a failure that pages have still to be written, and call the next attempt a success. */
  async #writeAgain(from: number, end: number): Promise<void> {
    const bytes = Buffer.allocUnsafe(Math.min(step, end - from));
    for (let at = from; at < end;) {
      const { bytesRead } = await readAsync(this.#fd, bytes, 0, Math.min(step, end - at), at);
      if (bytesRead === 0) throw new Error(`${this.#path} is shorter than what was written to it`);
      for (let done = 0; done < bytesRead;)
        done += (await writeAsync(this.#fd, bytes, done, bytesRead - done, at + done)).bytesWritten;
      at += bytesRead;
    }
  }

  /** What came after the last whole record would be taken for a torn end. */
  #undo(): void {
    try {
      ftruncateSync(this.#fd, this.#size);
    } catch {
      // The next write goes over it.
    }
  }
}
