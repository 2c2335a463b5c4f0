import type { Backlog } from "./backlog.ts";
import { Deadline } from "./deadline.ts";
import type { Handover } from "./handover.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { SpoolWriter } from "./spool-writer.ts";

/** Pause before the spool is tried again after it could not be written, ms. */
export const spoolRetry = 250;
/** A turn of the event loop, or a timer's delay, of so many ms shows that the process is held up. */
const heldUp = 10;
/** After that each turn's records go into the spool before it ends, for so many ms. */
const careful = 10_000;

/** Decides when what is in memory alone goes into the spool. */
export class SpoolTimer {
  readonly #writer: SpoolWriter;
  readonly #backlog: Backlog;
  readonly #handover: Handover;
  readonly #limits: Pick<DeliveryLimits, "linger" | "spoolAfter">;
  readonly #deadline = new Deadline(() => this.#passed());
  #writing: Promise<void> | null = null;
  /** Not before this moment (ms of a steady clock, as all here) is the spool tried again. */
  #again = 0;
  #carefulUntil = 0;
  #stopped = false;

  constructor(writer: SpoolWriter, backlog: Backlog, handover: Handover, limits: DeliveryLimits) {
    this.#writer = writer;
    this.#backlog = backlog;
    this.#handover = handover;
    this.#limits = limits;
  }

  /** For each turn's records, when they are in the backlog. `since`: when the first was recorded. */
  notePushed(since: number): void {
    const now = performance.now();
    if (now - since > heldUp) this.#carefulUntil = now + careful;
    if (now < this.#carefulUntil) this.#writeNow();
    this.arm();
  }

  /** For every change that may bring the moment forward. */
  arm(): void {
    if (this.#writing !== null || this.#stopped) return;
    const due = this.#due();
    if (due !== null) this.#deadline.set(Math.max(due, this.#again));
  }

  stop(): void {
    this.#stopped = true;
    this.#deadline.clear();
  }

  /** Does it now. Rejects when that is not possible. */
  async finish(): Promise<void> {
    await this.#writing;
    await this.#writer.writeAll();
  }

  /** Null when nothing is in memory alone. */
  #due(): number | null {
    const oldest = this.#backlog.unspooledSince();
    if (oldest === null) return null;
    const { linger, spoolAfter } = this.#limits;
    const soon = Math.min(linger, spoolAfter);
    const { failing, underWay } = this.#handover;
    if (failing) return oldest + soon;
    if (underWay === null) return oldest + spoolAfter;
    // Behind a batch that takes long nothing is gained by waiting; the batch itself may still arrive in time.
    const behind = this.#backlog.unspooledSince(this.#backlog.numberOf(underWay.batch));
    if (behind === null) return oldest + spoolAfter;
    return Math.min(oldest + spoolAfter, Math.max(behind, underWay.since) + soon);
  }

  #passed(): void {
    const due = this.#due();
    if (due === null || this.#writing !== null) return;
    if (performance.now() - due > heldUp) this.#carefulUntil = performance.now() + careful;
    // A timer may be early by a fraction of a millisecond.
    if (Math.max(due, this.#again) > performance.now() + 1) return this.arm();
    if (performance.now() < this.#carefulUntil) {
      // Another thread may be held up longer than this one.
      this.#writeNow();
      if (this.#due() === null) return;
    }
    this.#writing = this.#writer
      .writeAll()
      .catch(() => undefined)
      .finally(() => {
        this.#writing = null;
        this.#again = this.#writer.problem === null ? 0 : performance.now() + spoolRetry;
        this.arm();
      });
  }

  /**
   * For times in which the machine holds the process up: whoever is stopped after a turn and killed before the next would
   * lose what it recorded long before.
   */
  #writeNow(): void {
    if (this.#writer.everyFrame || this.#writing !== null || this.#stopped) return;
    if (performance.now() >= this.#again) this.#writer.writeAllNow();
  }
}
