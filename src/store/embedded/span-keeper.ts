import type { DatabaseSync, StatementSync } from "node:sqlite";
import { bucketSize, shortSpanSize } from "./schema.ts";

interface Span {
  no: number;
  first: number;
  last: number;
  frames: number;
}

/** Keeps what the spans of one length say of a batch, to be written once per span. */
class Tally {
  readonly #size: number;
  readonly #write: (span: Span) => void;
  readonly #span: Span = { no: -1, first: 0, last: 0, frames: 0 };

  constructor(size: number, write: (span: Span) => void) {
    this.#size = size;
    this.#write = write;
  }

  add(n: number, at: number): void {
    const span = this.#span;
    const no = Math.floor(n / this.#size);
    if (span.no !== no) {
      this.end();
      Object.assign(span, { no, first: at, last: at, frames: 0 });
    }
    if (at < span.first) span.first = at;
    if (at > span.last) span.last = at;
    span.frames += 1;
  }

  end(): void {
    if (this.#span.frames > 0) this.#write(this.#span);
    this.#span.frames = 0;
    this.#span.no = -1;
  }
}

/** Keeps the tables `spans` and `short_spans`, which tell in what time the frames of a range of numbers lie. */
export class SpanKeeper {
  readonly #long: StatementSync;
  readonly #short: StatementSync;

  constructor(db: DatabaseSync) {
    this.#long = db.prepare(`
      INSERT INTO spans VALUES (?, ?, ?, ?) ON CONFLICT (bucket) DO UPDATE SET
        first = min(first, excluded.first), last = max(last, excluded.last), frames = frames + excluded.frames`);
    this.#short = db.prepare(`
      INSERT INTO short_spans VALUES (?, ?, ?) ON CONFLICT (span) DO UPDATE SET
        first = min(first, excluded.first), last = max(last, excluded.last)`);
  }

  /** For the frames of one transaction: `add` each, with its number and its time in epoch ms, then `end`. */
  begin(): { add: (n: number, at: number) => void; end: () => void } {
    const long = new Tally(bucketSize, ({ no, first, last, frames }) =>
      this.#long.run(no, first, last, frames),
    );
    const short = new Tally(shortSpanSize, ({ no, first, last }) => this.#short.run(no, first, last));
    return {
      add: (n, at) => {
        long.add(n, at);
        short.add(n, at);
      },
      end: () => {
        long.end();
        short.end();
      },
    };
  }
}
