import type { FrameRecord } from "../../frames/frame.ts";

/** Completed records in order, with the moments they were recorded. */
export class Queue {
  #frames: FrameRecord[] = [];
  /** The first `#head` frames are gone already. */
  #head = 0;
  /** How many frames were pushed when each turn's were, and when the first of them was recorded. */
  readonly #turns: { end: number; since: number }[] = [];
  #taken = 0;

  get length(): number {
    return this.#frames.length - this.#head;
  }

  /** When the oldest was recorded, ms of a steady clock; null when there is none. */
  get since(): number | null {
    return this.#turns[0]?.since ?? null;
  }

  get first(): FrameRecord | undefined {
    return this.#frames[this.#head];
  }

  /** `end`: how many frames were pushed with these. */
  push(frames: readonly FrameRecord[], since: number, end: number): void {
    for (const frame of frames) this.#frames.push(frame);
    this.#turns.push({ end, since });
  }

  /** The oldest frames, as many as the limits allow but at least one. `end`: how many were taken with these. */
  take(mostFrames: number, mostBytes: number): { frames: FrameRecord[]; since: number; end: number } {
    const since = this.since ?? 0;
    const from = this.#head;
    let bytes = 0;
    while (this.length > 0 && this.#head - from < mostFrames) {
      bytes += this.first?.size ?? 0;
      if (bytes > mostBytes && this.#head > from) break;
      this.#head += 1;
    }
    const frames = this.#frames.slice(from, this.#head);
    if (this.length === 0 || this.#head > 50_000) {
      this.#frames = this.#frames.slice(this.#head);
      this.#head = 0;
    }
    this.#taken += frames.length;
    let done = 0;
    for (const turn of this.#turns) {
      if (turn.end > this.#taken) break;
      done += 1;
    }
    this.#turns.splice(0, done);
    return { frames, since, end: this.#taken };
  }
}
