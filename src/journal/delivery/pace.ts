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
  pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined = undefined;
      const end = (): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = end;
      timer = setTimeout(end, ms);
    });
  }
}
