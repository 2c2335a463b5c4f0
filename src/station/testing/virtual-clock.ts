import type { Clock } from "../clock.ts";

interface Timer {
  at: number;
  order: number;
  fire: () => void;
}

/** Time that stands still until a test moves it. Timers fire in order of their time, then of their setting. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  #timers: Timer[] = [];

  constructor(start = Date.UTC(2025, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  setTimer(at: number, fire: () => void): () => void {
    const timer: Timer = { at, order: this.#order++, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Number of timers that wait. */
  get pending(): number {
    return this.#timers.length;
  }

  /** When the next timer fires, epoch ms, or null. */
  get next(): number | null {
    return this.#earliest(Number.POSITIVE_INFINITY)?.at ?? null;
  }

  /** Moves time by `ms`; every timer due until then fires at its own time, also those that are set on the way. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let timer = this.#earliest(end); timer !== null; timer = this.#earliest(end)) {
      const due = timer;
      this.#timers = this.#timers.filter((each) => each !== due);
      this.#now = Math.max(this.#now, due.at);
      due.fire();
    }
    this.#now = end;
  }

  #earliest(until: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.at > until) continue;
      if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }
}
