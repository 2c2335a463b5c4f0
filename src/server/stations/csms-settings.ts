/** How long after a failure the store is tried again, ms. */
const usualPause = 5000;

/**
 * What CSMSs changed in the settings of stations and the store does not have yet. It is written station by station, so that
 * a CSMS that sets up a thousand stations does not hold up what they record; what comes meanwhile for one station becomes
 * one change. While the store is away all of it waits here.
 */
export class CsmsSettings {
  readonly #write: (station: string) => Promise<boolean>;
  readonly #pause: number;
  readonly #waiting = new Map<string, Map<string, string>>();
  #writing: Promise<void> | null = null;
  #again: NodeJS.Timeout | undefined;
  #ended = false;

  /** @param write writes what waits for a station and says so by `kept`; false when the store did not take it */
  constructor(write: (station: string) => Promise<boolean>, pause = usualPause) {
    this.#write = write;
    this.#pause = pause;
  }

  /** The CSMS changed a setting. */
  add(station: string, name: string, value: string): void {
    const waiting = this.#waiting.get(station) ?? new Map<string, string>();
    this.#waiting.set(station, waiting.set(name, value));
    if (this.#again === undefined && !this.#ended) void this.#writeAll();
  }

  /** What waits for one station; as it is now, later changes do not show in it. */
  waiting(station: string): ReadonlyMap<string, string> {
    return new Map(this.#waiting.get(station));
  }

  /** The store has these; what the CSMS changed again meanwhile goes on waiting. */
  kept(station: string, settings: ReadonlyMap<string, string>): void {
    const waiting = this.#waiting.get(station);
    for (const [name, value] of settings) if (waiting?.get(name) === value) waiting.delete(name);
    if (waiting?.size === 0) this.#waiting.delete(station);
  }

  /** These were changed by somebody else after the CSMS did. */
  overruled(station: string, names: readonly string[]): void {
    const waiting = this.#waiting.get(station);
    const gone = new Set(names.map((name) => name.toLowerCase()));
    for (const name of waiting?.keys() ?? []) if (gone.has(name.toLowerCase())) waiting?.delete(name);
    if (waiting?.size === 0) this.#waiting.delete(station);
  }

  /** The station is no more, or another process's. */
  forget(station: string): void {
    this.#waiting.delete(station);
  }

  /** Tries for the last time to write what waits. Returns the stations for which that failed. */
  async end(): Promise<string[]> {
    this.#ended = true;
    clearTimeout(this.#again);
    await this.#writing;
    await this.#writeAll();
    return [...this.#waiting.keys()];
  }

  #writeAll(): Promise<void> {
    this.#writing ??= this.#writeEach().finally(() => {
      this.#writing = null;
      if (this.#waiting.size > 0 && this.#again === undefined && !this.#ended) void this.#writeAll();
    });
    return this.#writing;
  }

  async #writeEach(): Promise<void> {
    // What one CALL changes comes within one turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    for (;;) {
      const [station] = this.#waiting.keys();
      if (station === undefined) return;
      if (await this.#write(station)) continue;
      if (!this.#ended) this.#tryLater();
      return;
    }
  }

  #tryLater(): void {
    this.#again = setTimeout(() => {
      this.#again = undefined;
      void this.#writeAll();
    }, this.#pause);
    this.#again.unref();
  }
}
