import { closeSync, fdatasync, fsync, ftruncateSync, openSync, write, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

const writeAsync = promisify(write);
const fsyncAsync = promisify(fsync);
const fdatasyncAsync = promisify(fdatasync);

/** The segment that is being written. Writes go to a place of their own, so that a failed one leaves no gap. */
export class SegmentFile {
  readonly #fd: number;
  readonly #path: string;
  #size = 0;
  #dirty = false;
  #syncing: Promise<void> | null = null;
  #closed = false;

  /** Throws when the file is there already or cannot be made. */
  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, "wx", 0o600);
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
    this.#dirty = true;
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
    this.#dirty = true;
  }

  /** From the page cache to the disk. */
  async sync(): Promise<void> {
    if (!this.#dirty || this.#closed) return;
    if (this.#syncing !== null) return this.#syncing;
    this.#dirty = false;
    this.#syncing = fdatasyncAsync(this.#fd).finally(() => {
      this.#syncing = null;
    });
    await this.#syncing;
  }

  /** Once. What was written is on the disk afterwards. */
  async close(): Promise<void> {
    try {
      await this.sync();
    } finally {
      await this.#syncing?.catch(() => undefined);
      this.#closed = true;
      closeSync(this.#fd);
    }
  }

  /** So that the name of a new segment is on the disk as well. */
  async syncFolder(): Promise<void> {
    const fd = openSync(dirname(this.#path), "r");
    try {
      await fsyncAsync(fd);
    } finally {
      closeSync(fd);
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
