import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Range } from "./calls.ts";
import { bucketSize, shortSpanSize } from "./schema.ts";

/** A range of time, epoch ms: `from` inclusive, `to` exclusive. */
export interface Times {
  from?: number | undefined;
  to?: number | undefined;
}

/** Numbers of frames that lie in one bucket of an index. */
export interface Chunk extends Range {
  bucket: number;
  /** Whether all of its frames lie in the times that were asked for. */
  inside: boolean;
}

/** Turns ranges of time into ranges of numbers. Exact even where the clock jumped: nothing here relies on its order. */
export class Spans {
  readonly #whole: StatementSync;
  readonly #ends: StatementSync;
  readonly #buckets: StatementSync;
  readonly #firstShort: StatementSync;
  readonly #lastShort: StatementSync;

  constructor(db: DatabaseSync) {
    const overlap = "last >= ? AND first < ?";
    this.#whole = db.prepare(
      "SELECT (SELECT min(n) FROM frames) AS low, (SELECT max(n) FROM frames) AS high",
    );
    this.#ends = db.prepare(
      `SELECT min(bucket) AS low, max(bucket) AS high FROM spans WHERE bucket BETWEEN ? AND ? AND ${overlap}`,
    );
    this.#buckets = db.prepare(
      `SELECT bucket, first, last FROM spans WHERE bucket BETWEEN ? AND ? AND ${overlap} ORDER BY bucket`,
    );
    const short = `SELECT span FROM short_spans WHERE span BETWEEN ? AND ? AND ${overlap}`;
    this.#firstShort = db.prepare(`${short} ORDER BY span LIMIT 1`);
    this.#lastShort = db.prepare(`${short} ORDER BY span DESC LIMIT 1`);
  }

  /** The part of a range that has all frames of these times, to within some hundred frames; null when there are none. */
  narrow({ low, high }: Range, times: Times): Range | null {
    const whole = this.#whole.get();
    if (whole === undefined || whole["low"] === null) return null;
    const within = { low: Math.max(low, Number(whole["low"])), high: Math.min(high, Number(whole["high"])) };
    if (within.low > within.high) return null;
    const ends = this.#ends.get(
      bucketOf(within.low, bucketSize),
      bucketOf(within.high, bucketSize),
      ...limits(times),
    );
    if (ends === undefined || ends["low"] === null) return null;
    const buckets = clip(Number(ends["low"]), Number(ends["high"]), bucketSize, within);
    if (isUnbounded(times)) return buckets;
    const asked = [
      bucketOf(buckets.low, shortSpanSize),
      bucketOf(buckets.high, shortSpanSize),
      ...limits(times),
    ];
    const first = this.#firstShort.get(...asked);
    const last = this.#lastShort.get(...asked);
    if (first === undefined || last === undefined) return null;
    return clip(Number(first["span"]), Number(last["span"]), shortSpanSize, buckets);
  }

  /** The buckets of `size` numbers in which frames of a range and of these times may lie, oldest first. */
  chunks(range: Range, times: Times, size: number): Chunk[] {
    const narrowed = this.narrow(range, times);
    if (narrowed === null) return [];
    const [low, high] = [bucketOf(narrowed.low, size), bucketOf(narrowed.high, size)];
    if (size !== bucketSize)
      return Array.from({ length: high - low + 1 }, (_, i) => ({
        bucket: low + i,
        inside: isUnbounded(times),
        ...clip(low + i, low + i, size, narrowed),
      }));
    return this.#buckets.all(low, high, ...limits(times)).map((row) => {
      const bucket = Number(row["bucket"]);
      const inside =
        (times.from === undefined || Number(row["first"]) >= times.from) &&
        (times.to === undefined || Number(row["last"]) < times.to);
      return { bucket, inside, ...clip(bucket, bucket, size, narrowed) };
    });
  }
}

function limits({ from, to }: Times): [number, number] {
  return [from ?? -Infinity, to ?? Infinity];
}

function isUnbounded({ from, to }: Times): boolean {
  return from === undefined && to === undefined;
}

function bucketOf(n: number, size: number): number {
  return Math.floor(n / size);
}

function clip(first: number, last: number, size: number, within: Range): Range {
  return { low: Math.max(first * size, within.low), high: Math.min((last + 1) * size - 1, within.high) };
}
