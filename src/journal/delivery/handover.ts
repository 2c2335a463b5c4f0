import { errorText } from "../../error-text.ts";
import type { Batch, Store } from "../../store/store.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { Pace } from "./pace.ts";

/** A store that has not answered for so long is away, ms. */
const silence = 5000;

/** Gives batches to the store, one at a time, each until it is taken; knows whether the store is away. */
export class Handover {
  readonly #store: Store;
  readonly #retry: DeliveryLimits["retry"];
  readonly #pace: Pace;
  readonly #changed: () => void;
  #underWay: { batch: Batch; since: number } | null = null;
  #error: string | null = null;
  #awaySince: number | null = null;

  /** `changed`: called when a batch is on its way and when it could not be stored. */
  constructor(store: Store, retry: DeliveryLimits["retry"], pace: Pace, changed: () => void) {
    this.#store = store;
    this.#retry = retry;
    this.#pace = pace;
    this.#changed = changed;
  }

  /** The batch that the store has been given and not taken, and since when (ms of a steady clock). */
  get underWay(): { readonly batch: Batch; readonly since: number } | null {
    return this.#underWay;
  }

  /** Whether the last attempt failed. */
  get failing(): boolean {
    return this.#error !== null;
  }

  /** What is wrong with the store; null while it answers. */
  get error(): string | null {
    if (this.#error !== null) return this.#error;
    const waited = this.#waited();
    return waited < silence ? null : `the store has not answered for ${Math.round(waited / 1000)} s`;
  }

  /** Epoch ms since when the store takes nothing; null while it does. */
  get awaySince(): number | null {
    if (this.#awaySince !== null) return this.#awaySince;
    const waited = this.#waited();
    return waited < silence ? null : Date.now() - waited;
  }

  /**
   * Tries until the batch is in the store, and then calls `taken`; ends without it when the pace is stopped. The batch
   * stays the same, so that a store can know a repetition.
   */
  async give(batch: Batch, taken: () => void): Promise<void> {
    const { first, longest } = this.#retry;
    for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
      this.#underWay = { batch, since: performance.now() };
      this.#changed();
      try {
        await this.#store.append(batch);
        this.#underWay = null;
        this.#error = null;
        this.#awaySince = null;
        taken();
        return;
      } catch (error) {
        this.#awaySince ??= Date.now();
        this.#error = errorText(error);
        this.#changed();
      }
      await this.#pace.pause(wait);
      if (this.#pace.stopped) return;
    }
  }

  #waited(): number {
    return this.#underWay === null ? 0 : performance.now() - this.#underWay.since;
  }
}
