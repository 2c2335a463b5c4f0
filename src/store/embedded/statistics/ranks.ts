import { percents, rankOf } from "../../statistics-rows.ts";
import type { Latency } from "../../statistics.ts";

/** Values are put in order in runs of so many, so that no single sort takes long. */
const runLength = 2 ** 16;

/** Many numbers (8 bytes each) of which exact percentiles are wanted. */
export class Ranks {
  readonly #runs: Float64Array[] = [];
  #open = new Float64Array(8);
  #length = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    if (this.#length === this.#open.length) this.#grow();
    this.#open[this.#length] = value;
    this.#length += 1;
    this.#count += 1;
  }

  /** Null when there are no values. */
  summary(): Latency | null {
    if (this.#count === 0) return null;
    const runs = [...this.#runs];
    if (this.#length > 0) runs.push(this.#open.slice(0, this.#length).sort());
    const min = Math.min(...runs.map((run) => run[0] ?? Infinity));
    const max = Math.max(...runs.map((run) => run.at(-1) ?? -Infinity));
    const at = (percent: number): number => select(runs, rankOf(percent, this.#count), min, max);
    return { min, p50: at(percents.p50), p95: at(percents.p95), p99: at(percents.p99), max };
  }

  #grow(): void {
    if (this.#length < runLength) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#open);
      this.#open = larger;
      return;
    }
    this.#runs.push(this.#open.sort());
    this.#open = new Float64Array(runLength);
    this.#length = 0;
  }
}

/** The value at `rank` of several ordered runs together: halves the range of values until nothing lies between. */
function select(runs: readonly Float64Array[], rank: number, min: number, max: number): number {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return only[rank - 1] ?? max;
  if (atMost(runs, min) >= rank) return min;
  let [low, high] = [min, max];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (atMost(runs, middle) >= rank) high = middle;
    else low = middle;
  }
}

/** How many values are not above `limit`. */
function atMost(runs: readonly Float64Array[], limit: number): number {
  let count = 0;
  for (const run of runs) {
    let [low, high] = [0, run.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((run[middle] ?? Infinity) <= limit) low = middle + 1;
      else high = middle;
    }
    count += low;
  }
  return count;
}
