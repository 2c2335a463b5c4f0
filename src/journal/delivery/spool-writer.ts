import { setImmediate as breathe } from "node:timers/promises";
import { errorText } from "../../error-text.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { SpoolSide } from "../beginnings.ts";
import type { Backlog } from "./backlog.ts";
import type { Portion } from "./portion.ts";

/** Writes into the spool what is in memory alone, and knows what is wrong there. */
export class SpoolWriter {
  readonly #side: SpoolSide;
  readonly #backlog: Backlog;
  readonly #durable: (portion: Portion) => void;
  /** Frames that should have been written one by one and were not. */
  readonly #unwritten = new Set<FrameRecord>();
  #problem: string | null = null;

  /** `durable`: told of each portion that was nowhere on a disk before. */
  constructor(side: SpoolSide, backlog: Backlog, durable: (portion: Portion) => void) {
    this.#side = side;
    this.#backlog = backlog;
    this.#durable = durable;
  }

  get everyFrame(): boolean {
    return this.#side.everyFrame;
  }

  /** Why the spool cannot be written or read; null while it can. */
  get problem(): string | null {
    return this.#problem;
  }

  /** How many frames should have been written one by one and were not. */
  get unwritten(): number {
    return this.#unwritten.size;
  }

  noteProblem(error: unknown): void {
    this.#problem = errorText(error);
  }

  noteUnwritten(frames: readonly FrameRecord[], error: unknown): void {
    for (const frame of frames) this.#unwritten.add(frame);
    this.noteProblem(error);
  }

  /** For a portion that the store has and that need not be written any more. */
  forget({ batch }: Portion): void {
    if (this.#unwritten.size === 0) return;
    for (const frame of batch.frames) this.#unwritten.delete(frame);
  }

  /** Writes a portion; asked again meanwhile, it is the same write. Rejects when the disk or the spool is full. */
  write(portion: Portion): Promise<void> {
    portion.spooling ??= this.#write(portion).finally(() => {
      portion.spooling = null;
    });
    return portion.spooling;
  }

  /** Writes all that is in memory alone. Rejects when the disk or the spool is full. */
  async writeAll(): Promise<void> {
    while (this.#backlog.queued > 0) {
      this.#backlog.cut();
      if (this.#backlog.queued > 0) await breathe();
    }
    for (;;) {
      const next = this.#backlog.firstUnspooled();
      if (next === undefined) return;
      await this.write(next);
    }
  }

  /** The same before it returns, as far as that is possible. Not while `writeAll` is under way. */
  writeAllNow(): void {
    while (this.#backlog.queued > 0) this.#backlog.cut();
    for (;;) {
      const next = this.#backlog.firstUnspooled();
      if (next === undefined) return;
      try {
        if (!this.#side.spool.writePortionNow(next.batch)) return;
      } catch (error) {
        this.noteProblem(error);
        return;
      }
      this.#noteWritten(next);
    }
  }

  async #write(portion: Portion): Promise<void> {
    const { batch } = portion;
    const missing = this.everyFrame ? batch.frames.filter((frame) => this.#unwritten.has(frame)) : undefined;
    try {
      await this.#side.spool.write(batch, missing);
    } catch (error) {
      this.noteProblem(error);
      throw error;
    }
    for (const frame of missing ?? []) this.#unwritten.delete(frame);
    this.#noteWritten(portion);
  }

  #noteWritten(portion: Portion): void {
    this.#problem = null;
    this.#backlog.noteSpooled(portion);
    // Delivered while it was being written: noted then.
    if (portion.batch.number > this.#backlog.delivered.number) this.#durable(portion);
  }
}
