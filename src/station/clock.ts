/** Where time comes from. Injected everywhere, so that a test can turn it. */
export interface Clock {
  /** Epoch ms, with a fraction where the platform has one. */
  now(): number;
  /** Calls `fire` once when `at` (epoch ms) is reached, later than the current turn even if it is past. Returns the cancel. */
  setTimer(at: number, fire: () => void): () => void;
}

/** setTimeout cannot wait longer than this, ms. */
const longestWait = 2 ** 31 - 1;

let origin = performance.timeOrigin;

/** Wall-clock time with microseconds; follows when the system's clock is set or the machine slept. */
export const realClock: Clock = {
  now() {
    const elapsed = performance.now();
    const wall = Date.now();
    if (Math.abs(origin + elapsed - wall) > 1000) origin = wall - elapsed;
    return origin + elapsed;
  },
  setTimer(at, fire) {
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const wait = Math.ceil(at - realClock.now());
      handle = wait > longestWait ? setTimeout(arm, longestWait) : setTimeout(fire, Math.max(0, wait));
    };
    arm();
    return () => clearTimeout(handle);
  },
};

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
