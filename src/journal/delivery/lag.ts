/** How long it lately took until records were durable. */
export class Lag {
  /** Moments (ms of a steady clock) and lags, of the last minute, oldest first. */
  #recent: { at: number; ms: number }[] = [];

  note(ms: number, now: number): void {
    this.#recent.push({ at: now, ms });
    if (this.#recent.length > 2 * most) this.#forget(now);
  }

  /** Milliseconds; 0 where there was nothing. */
  figures(now: number): { p95: number; max: number } {
    this.#forget(now);
    const sorted = this.#recent.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
    return { p95: at(0.95), max: at(1) };
  }

  #forget(now: number): void {
    const kept = this.#recent.slice(-most);
    const from = kept.findIndex(({ at }) => at >= now - span);
    this.#recent = from === -1 ? [] : kept.slice(from);
  }
}

const span = 60_000;
const most = 2000;
