import { open } from "node:fs/promises";
import { errorText, hasCode } from "../../error-text.ts";
import type { SegmentFile } from "./file.ts";

/** How long what was written may stay in the page cache, ms; the same between two attempts after a failure. */
const syncAfter = 1000;

/**
 * Brings what was written to the disk: of the file being written what is there a second after the first write, again and
 * again while something is not, and of one that has ended all of it before it is closed. A disk that takes longer than a
 * second for it is asked anew as soon as it is done.
 */
export class DiskSync {
  readonly #report: (text: string) => void;
  #current: SegmentFile | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** The timer has passed, and what it was for is being done. */
  #busy = false;
  #failing = false;
  #closing = false;
  /** Wakes those that wait before they try again. */
  readonly #waiting = new Set<() => void>();
  /** Files being ended and folders being brought to the disk. */
  readonly #tasks = new Set<Promise<unknown>>();
  #problem: unknown = null;

  constructor(report: (text: string) => void) {
    this.#report = report;
  }

  /** Something was written to this file. */
  written(file: SegmentFile): void {
    this.#current = file;
    this.#arm(syncAfter);
  }

  /**
   * Nothing more will be written to this file: it is closed when all of it is on the disk. `needless`: whether nobody needs
   * it there any more.
   */
  end(file: SegmentFile, needless: () => boolean): void {
    if (this.#current === file) this.#current = null;
    this.#watch(this.#finish(file, needless));
  }

  /** The name of this file comes to the disk as well. */
  folderOf(file: SegmentFile): void {
    this.#watch(file.syncFolder().catch((error: unknown) => this.#failed(error)));
  }

  /** Segments that an earlier process left: it may have been killed just after it wrote them. */
  found(paths: readonly string[]): void {
    for (const path of paths)
      this.#watch(bringToDisk(path).catch((error: unknown) => this.#failed(`${path}: ${errorText(error)}`)));
  }

  /** Tries once more what has failed, and ends. Rejects when that fails too. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    for (const wake of this.#waiting) wake();
    await Promise.all(this.#tasks);
    if (this.#problem !== null)
      throw new Error(`the spool could not be brought to the disk: ${errorText(this.#problem)}`);
  }

  #arm(ms: number): void {
    if (this.#timer !== undefined || this.#busy || this.#closing) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#busy = true;
      void this.#pass();
    }, ms).unref();
  }

  async #pass(): Promise<void> {
    const began = performance.now();
    try {
      if (this.#current !== null) {
        await this.#current.sync();
        this.#worked();
      }
    } catch (error) {
      this.#failed(error);
    }
    this.#busy = false;
    if (this.#current?.dirty === true)
      this.#arm(this.#failing ? syncAfter : Math.max(0, syncAfter - (performance.now() - began)));
  }

  async #finish(file: SegmentFile, needless: () => boolean): Promise<void> {
    for (;;) {
      const last = this.#closing;
      try {
        if (!needless() && file.dirty) {
          await file.sync();
          this.#worked();
        }
        break;
      } catch (error) {
        this.#failed(error);
        if (last) {
          this.#problem = error;
          break;
        }
      }
      await this.#pause();
    }
    await file.close();
  }

  async #pause(): Promise<void> {
    if (this.#closing) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, syncAfter).unref();
    this.#waiting.add(resolve);
    await promise;
    clearTimeout(timer);
    this.#waiting.delete(resolve);
  }

  #worked(): void {
    if (this.#failing) this.#report("The spool can be brought to the disk again.");
    this.#failing = false;
  }

  /** Once, not at every attempt. */
  #failed(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#report(
      `The spool cannot be brought to the disk, which is tried again each second; what is in it is safe from a kill of the process, not of the machine: ${errorText(error)}`,
    );
  }

  #watch(task: Promise<unknown>): void {
    this.#tasks.add(task);
    void task.finally(() => this.#tasks.delete(task));
  }
}

async function bringToDisk(path: string): Promise<void> {
  const file = await open(path, "r+").catch((error: unknown) => {
    // Delivered meanwhile.
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  });
  try {
    await file?.datasync();
  } finally {
    await file?.close();
  }
}
