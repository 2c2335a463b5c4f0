/** The pauses of the delivery, which somebody who waits may cut short, and its end. */
export class Pace {
  #hurried = false;
  #stopped = false;
  #wake: (() => void) | undefined;

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Ends the present pause, and skips all lingering until `calm`. */
  hurry(): void {
    this.#hurried = true;
    this.#wake?.();
  }

  calm(): void {
    this.#hurried = false;
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  /** Waits for more to come, ms; not while somebody waits. */
  linger(ms: number): Promise<void> {
    return this.#hurried ? Promise.resolve() : this.pause(ms);
  }

  /** Waits before something is tried again, ms; once, whoever hurries. */
  async pause(ms: number): Promise<void> {
    if (this.#stopped) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
  }
}
