import type { FrameRecord } from "../../frames/frame.ts";
import type { Ending } from "../ending.ts";

/** What is taken off the queue at once. */
export interface Taken {
  frames: FrameRecord[];
  endings: Ending[];
  /** When the oldest was recorded, ms of a steady clock. */
  since: number;
  /** How many records were taken with these. */
  end: number;
}

/** Completed frames in order, and endings of transactions, with the moments they were recorded. */
export class Queue {
  #frames: FrameRecord[] = [];
  /** The first `#head` frames are gone already. */
  #head = 0;
  /** Each goes with the last of the frames that were pushed before it: `after` of all. */
  readonly #endings: { after: number; ending: Ending }[] = [];
  /** How many records were pushed when each turn's were, and when the first of them was recorded. */
  readonly #turns: { end: number; since: number }[] = [];
  #takenFrames = 0;
  #takenEndings = 0;

  get length(): number {
    return this.#frames.length - this.#head + this.#endings.length;
  }

  /** When the oldest was recorded, ms of a steady clock; null when there is none. */
  get since(): number | null {
    return this.#turns[0]?.since ?? null;
  }

  get first(): FrameRecord | undefined {
    return this.#frames[this.#head];
  }

  /** `end`: how many records were pushed with these. */
  push(frames: readonly FrameRecord[], since: number, end: number): void {
    for (const frame of frames) this.#frames.push(frame);
    this.#turns.push({ end, since });
  }

  pushEnding(ending: Ending, since: number, end: number): void {
    this.#endings.push({ after: this.#takenFrames + this.#frames.length - this.#head, ending });
    this.#turns.push({ end, since });
  }

  /** The oldest records, as many frames as the limits allow but at least one where there is one. */
  take(mostFrames: number, mostBytes: number): Taken {
    const since = this.since ?? 0;
    const from = this.#head;
    let bytes = 0;
    while (this.#head < this.#frames.length && this.#head - from < mostFrames) {
      bytes += this.first?.size ?? 0;
      if (bytes > mostBytes && this.#head > from) break;
      this.#head += 1;
    }
    const frames = this.#frames.slice(from, this.#head);
    if (this.#head === this.#frames.length || this.#head > 50_000) {
      this.#frames = this.#frames.slice(this.#head);
      this.#head = 0;
    }
    this.#takenFrames += frames.length;
    const due = this.#endings.filter(({ after }) => after <= this.#takenFrames);
    this.#endings.splice(0, due.length);
    this.#takenEndings += due.length;
    const end = this.#takenFrames + this.#takenEndings;
    const next = this.#turns.findIndex((turn) => turn.end > end);
    this.#turns.splice(0, next === -1 ? this.#turns.length : next);
    return { frames, endings: due.map(({ ending }) => ending), since, end };
  }
}
