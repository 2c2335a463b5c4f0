import type { Clock } from "./clock.ts";

/** A station's time, which never runs back though the system's may, and what it wants to be woken for, by name. */
export class Timers {
  readonly #clock: Clock;
  readonly #fired: (name: string) => void;
  readonly #cancels = new Map<string, () => void>();
  #latest = 0;

  constructor(clock: Clock, fired: (name: string) => void) {
    this.#clock = clock;
    this.#fired = fired;
  }

  /** Epoch ms. */
  now(): number {
    this.#latest = Math.max(this.#latest, this.#clock.now());
    return this.#latest;
  }

  /** The station's time is not before this (epoch ms): it has lived until then. */
  goOnFrom(at: number): void {
    this.#latest = Math.max(this.#latest, at);
  }

  /** Wakes the station once at that time of its own (epoch ms), instead of any other under this name. */
  set(name: string, at: number): void {
    this.cancel(name);
    // When the clock was set back, the station's time is ahead of it; how long to wait stays the same.
    const ahead = Math.max(0, this.#latest - this.#clock.now());
    const cancel = this.#clock.setTimer(at - ahead, () => {
      this.#cancels.delete(name);
      // A timer of the system may fire a fraction of a millisecond early.
      this.#latest = Math.max(this.#latest, at);
      this.#fired(name);
    });
    this.#cancels.set(name, cancel);
  }

  cancel(name: string): void {
    this.#cancels.get(name)?.();
    this.#cancels.delete(name);
  }

  cancelAll(): void {
    for (const name of this.#cancels.keys()) this.cancel(name);
  }
}
