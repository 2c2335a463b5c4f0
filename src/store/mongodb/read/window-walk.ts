import type { Collection, Document, Filter } from "mongodb";
import { hasCode } from "../../../error-text.ts";
import { firstTime, lastTime } from "../series-time.ts";
import type { Position } from "./position.ts";

/** What is looked for in a time collection, between two times. */
export interface Scan {
  collection: Collection;
  order: "newest" | "oldest";
  /** Whether documents of one `t` are ordered by `at` before `_id`. */
  byAt: boolean;
  /** What an index answers together with a range of `t`; gaps are jumped by it alone. */
  indexed: Document[];
  /** The other conditions. */
  others: Document[];
  /** Epoch ms, whole, inclusive. */
  low: number;
  /** Epoch ms, whole, exclusive. */
  high: number;
  /** Where nothing lies beyond, as far as is known: a reader without a bound begins here. Only speed depends on it. */
  usual: { low: number; high: number };
  projection?: Document;
}

const firstSpan = 1000;
/** A window that took longer than this beside what any question takes, ms, is not made wider. */
const goodTime = 150;
/** So long a window may take on the server, ms; then it is tried again with a smaller one. */
const longestTime = 4000;
/** What the server says then. */
const maxTimeExpired = 50;
const smallestSpan = 10;
const growth = 4;

/**
 * Reads a time collection window by window of `t`, from one end to the other: no sort and no scan is ever wider than a
 * window. Windows widen where little is found and narrow where much is; over a gap it gallops, by a look at the index.
 */
export class WindowWalk {
  readonly #scan: Scan;
  readonly #down: boolean;
  #span: number;
  /** All on the far side of this time is done: exclusive going down, inclusive going up. Null: not begun. */
  #edge: number | null = null;
  /** The last document taken, when it lies inside the window that is still open. */
  #last: Position | null = null;
  #done = false;
  /** ms */
  #fastest = Infinity;

  constructor(scan: Scan, from?: Position) {
    this.#scan = scan;
    this.#down = scan.order === "newest";
    this.#span = from?.span ?? firstSpan;
    this.#done = scan.low >= scan.high;
    if (from === undefined) return;
    if (from.id === "") this.#edge = from.t;
    else this.#setLast(from);
  }

  /** Whether everything was looked at. */
  get done(): boolean {
    return this.#done;
  }

  /** Whether the first window was looked for already: before that the position is only a bound. */
  get begun(): boolean {
    return this.#edge !== null;
  }

  /** Epoch ms: how far the walk came; where it stands before the first step is not told. */
  get reached(): number {
    return this.#edge ?? (this.#down ? this.#scan.high : this.#scan.low);
  }

  /** From where another walk can go on. */
  get position(): Position {
    const t = Math.min(Math.max(this.reached, firstTime), lastTime + 1);
    return { ...(this.#last ?? { t, at: t, id: "" }), span: this.#span };
  }

  /** Goes on behind this document, which the walk gave, rather than behind the last one of its window. */
  rewind(document: Document): void {
    this.#done = false;
    this.#setLast(this.#positionOf(document));
  }

  /** The next window's documents in order, at most so many and hardly more than so many bytes (by their `size`). */
  async step(limit: number, bytes: number): Promise<Document[]> {
    if (this.#edge === null) await this.#begin();
    const window = this.#window(this.#span);
    if (window === null) return [];
    const started = performance.now();
    const found = await this.#find(window, limit, bytes);
    if (found === null) return [];
    const took = performance.now() - started;
    const last = found.documents.at(-1);
    if (found.cut && last !== undefined) {
      const position = this.#positionOf(last);
      const distance = Math.abs(position.t - (this.#edge ?? position.t));
      this.#span = bounded(Math.min(distance * 1.25, this.#span));
      this.#setLast(position);
    } else {
      this.#leave(window);
      this.#widen(found.documents.length, limit, took);
      if (found.documents.length === 0) await this.#jump();
    }
    return found.documents;
  }

  /** How many match in the next window, and how many of them have parts, counted by the server. */
  async countStep(): Promise<{ all: number; parts: number }> {
    const total = { all: 0, parts: 0 };
    if (this.#edge === null) await this.#begin();
    const window = this.#window(this.#span);
    if (window === null) return total;
    const started = performance.now();
    const groups = await this.#patiently(async () =>
      this.#scan.collection
        .aggregate<{ _id: boolean; count: number }>(
          [...this.#conditions(window), { $group: { _id: { $gt: ["$parts", 0] }, count: { $sum: 1 } } }],
          this.#limits(),
        )
        .toArray(),
    );
    if (groups === null) return total;
    for (const { _id: parts, count } of groups) {
      total.all += count;
      if (parts) total.parts += count;
    }
    const took = performance.now() - started;
    this.#leave(window);
    this.#widen(0, 0, took);
    if (total.all === 0) await this.#jump();
    return total;
  }

  #setLast(position: Position): void {
    this.#last = position;
    this.#edge = this.#down ? position.t + 1 : position.t;
  }

  #positionOf(document: Document): Position {
    const t: unknown = document["t"];
    const at: unknown = document["at"];
    const time = t instanceof Date ? t.getTime() : 0;
    return {
      t: time,
      at: this.#scan.byAt && typeof at === "number" ? at : time,
      id: String(document["_id"]),
      span: this.#span,
    };
  }

  /** The first edge: the bound, or, where that is far away, the place where the documents begin. */
  async #begin(): Promise<void> {
    const { low, high, usual } = this.#scan;
    const [bound, near] = this.#down ? [high, usual.high] : [low, usual.low];
    const isNear = this.#down ? near >= bound || near <= low : near <= bound || near >= high;
    if (isNear) {
      this.#edge = bound;
      return;
    }
    const beyond = this.#down ? { low: near, high } : { low, high: near };
    // Nearly always nothing is there; else what is nearest the bound is what comes first.
    const first = await this.#first(beyond);
    if (first === null) this.#edge = near;
    else this.#edge = this.#down ? first + 1 : first;
  }

  #window(span: number): { low: number; high: number } | null {
    const { low, high } = this.#scan;
    const edge = this.reached;
    const window = this.#down
      ? { low: Math.max(low, edge - span), high: Math.min(edge, high) }
      : { low: Math.max(edge, low), high: Math.min(high, edge + span) };
    if (window.low < window.high) return window;
    this.#done = true;
    return null;
  }

  #leave(window: { low: number; high: number }): void {
    this.#last = null;
    this.#edge = this.#down ? window.low : window.high;
    this.#done = this.#down ? window.low <= this.#scan.low : window.high >= this.#scan.high;
  }

  #widen(found: number, wanted: number, took: number): void {
    // What any question takes on a busy server or a long line says nothing about the width.
    this.#fastest = Math.min(this.#fastest, took);
    const good = goodTime + 3 * this.#fastest;
    if (took > 2 * good) this.#span = bounded(this.#span / 2);
    else if (took < good) {
      const factor = found === 0 ? growth : Math.min(growth, Math.max(1, wanted / found));
      this.#span = bounded(this.#span * factor);
    }
  }

  /** Over a gap to the next document that the indexed conditions let through; to the end when there is none. */
  async #jump(): Promise<void> {
    for (let span = this.#span; !this.#done; span *= growth) {
      const window = this.#window(span);
      if (window === null) return;
      const next = await this.#first(window);
      if (next === null) {
        this.#leave(window);
        continue;
      }
      this.#edge = this.#down ? next + 1 : next;
      if (span > this.#span) this.#span = firstSpan;
      return;
    }
  }

  /** The time of the first document of this window in the order of the walk. */
  async #first(window: { low: number; high: number }): Promise<number | null> {
    const found = await this.#scan.collection.findOne(this.#indexed(window), {
      projection: { _id: 0, t: 1 },
      sort: { t: this.#down ? -1 : 1 },
    });
    const t: unknown = found?.["t"];
    return t instanceof Date ? t.getTime() : null;
  }

  async #find(
    window: { low: number; high: number },
    limit: number,
    bytes: number,
  ): Promise<{ documents: Document[]; cut: boolean } | null> {
    const way = this.#down ? -1 : 1;
    const sort: Document = this.#scan.byAt ? { t: way, at: way, _id: way } : { t: way, _id: way };
    return await this.#patiently(async () => {
      const documents: Document[] = [];
      const { collection, projection } = this.#scan;
      const pipeline: Document[] = [...this.#conditions(window), { $sort: sort }, { $limit: limit }];
      if (projection !== undefined) pipeline.push({ $project: projection });
      const cursor = collection.aggregate(pipeline, { batchSize: limit, ...this.#limits() });
      try {
        let size = 0;
        for await (const document of cursor) {
          documents.push(document);
          size += Number(document["size"] ?? 0);
          if (size >= bytes) return { documents, cut: true };
        }
        return { documents, cut: documents.length >= limit };
      } finally {
        await cursor.close();
      }
    });
  }

  /** Null: the server gave up on a window this wide, which is now a smaller one. */
  async #patiently<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!hasCode(error, maxTimeExpired) || this.#span <= smallestSpan) throw error;
      this.#span = bounded(this.#span / 16);
      return null;
    }
  }

  #limits(): { maxTimeMS?: number } {
    return this.#span > smallestSpan ? { maxTimeMS: longestTime } : {};
  }

  /** What is asked of the index alone. */
  #indexed(window: { low: number; high: number }): Filter<Document> {
    return flattened([timeIn(window), ...this.#scan.indexed]).flat;
  }

  /** As stages: plain members first, since not every planner sees the bounds of time beside an `$or`. */
  #conditions(window: { low: number; high: number }): Document[] {
    const behind = this.#last === null ? [] : [this.#behind(this.#last)];
    const { indexed, others } = this.#scan;
    const { flat, rest } = flattened([timeIn(window), ...indexed, ...others, ...behind]);
    return [flat, ...rest].map((condition) => ({ $match: condition }));
  }

  #behind({ at, id }: Position): Document {
    const way = this.#down ? "$lt" : "$gt";
    // Ids of frames begin with `t`: they alone are the order.
    if (!this.#scan.byAt) return { _id: { [way]: id } };
    return { $or: [{ at: { [way]: at } }, { at, _id: { [way]: id } }] };
  }
}

function bounded(span: number): number {
  return Math.min(Math.max(Math.round(span), smallestSpan), lastTime - firstTime);
}

function clamp(time: number): number {
  return Math.min(Math.max(time, firstTime), lastTime);
}

function timeIn({ low, high }: { low: number; high: number }): Document {
  return { t: { $gte: new Date(clamp(low)), $lte: new Date(clamp(high - 1)) } };
}

/** Plain members in one condition; operators, and second conditions on a member, by themselves. */
function flattened(conditions: readonly Document[]): { flat: Document; rest: Document[] } {
  const flat: Document = {};
  const rest: Document[] = [];
  for (const condition of conditions) {
    const names = Object.keys(condition);
    if (names.some((name) => name.startsWith("$") || Object.hasOwn(flat, name))) rest.push(condition);
    else Object.assign(flat, condition);
  }
  return { flat, rest };
}
