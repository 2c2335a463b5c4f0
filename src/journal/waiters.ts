interface Waiter {
  upTo: number;
  earlier: boolean;
  resolve: () => void;
}

/** Those who wait until all up to some record is stored. */
export class Waiters {
  #all: Waiter[] = [];

  /** Resolves at the first `settle` that finds it done. `earlier`: also what earlier processes left. */
  wait(upTo: number, earlier: boolean): Promise<void> {
    return new Promise((resolve) => this.#all.push({ upTo, earlier, resolve }));
  }

  /** Lets go whose wait is over. Returns true when that was the last one. */
  settle(isDone: (upTo: number, earlier: boolean) => boolean): boolean {
    if (this.#all.length === 0) return false;
    const done = this.#all.filter(({ upTo, earlier }) => isDone(upTo, earlier));
    this.#all = this.#all.filter((waiter) => !done.includes(waiter));
    for (const { resolve } of done) resolve();
    return this.#all.length === 0;
  }
}
