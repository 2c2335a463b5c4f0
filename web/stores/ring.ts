import type { FrameRow } from "../api/frames.ts";

/**
 * Frames in order of their ids, up to a capacity, each once. Plain data, so that a hundred thousand rows cost nothing per
 * row in reactivity; whoever changes it says so with one signal.
 */
export class Ring {
  #rows: FrameRow[] = [];
  readonly #byId = new Map<string, FrameRow>();
  readonly #capacity: number;
  /** Rows that were dropped at the old end since the start. */
  dropped = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get count(): number {
    return this.#rows.length;
  }

  /** 0 is the oldest. */
  at(index: number): FrameRow | undefined {
    return this.#rows[index];
  }

  get(id: string): FrameRow | undefined {
    return this.#byId.get(id);
  }

  indexOf(id: string): number {
    const at = this.#search(id);
    return this.#rows[at]?.id === id ? at : -1;
  }

  /** Adds rows in any order and returns how many were new. Requests learn of their answers. */
  add(rows: readonly FrameRow[]): number {
    let added = 0;
    const older: FrameRow[] = [];
    const firstId = this.#rows[0]?.id;
    for (const row of rows) {
      if (this.#byId.has(row.id)) continue;
      this.#byId.set(row.id, row);
      added += 1;
      const last = this.#rows.at(-1);
      if (last === undefined || row.id > last.id) this.#rows.push(row);
      else if (firstId !== undefined && row.id < firstId) older.push(row);
      else this.#rows.splice(this.#search(row.id), 0, row);
    }
    if (older.length > 0) this.#rows = [...older.sort((a, b) => (a.id < b.id ? -1 : 1)), ...this.#rows];
    for (const row of rows) this.note(row);
    return added;
  }

  /** Drops the oldest rows once there are a twentieth more than the capacity; returns how many. */
  trim(): number {
    if (this.#rows.length <= this.#capacity * 1.05) return 0;
    const gone = this.#rows.splice(0, this.#rows.length - this.#capacity);
    for (const row of gone) this.#byId.delete(row.id);
    this.dropped += gone.length;
    return gone.length;
  }

  /** Keeps only the rows that pass. */
  keep(test: (row: FrameRow) => boolean): void {
    this.#rows = this.#rows.filter((row) => {
      const stays = test(row);
      if (!stays) this.#byId.delete(row.id);
      return stays;
    });
  }

  /** Notes that the row answers an earlier one. Also for answers that are not kept here themselves. */
  note(row: FrameRow): boolean {
    const request = row.pair === null ? undefined : this.#byId.get(row.pair);
    if (request === undefined || request.answer !== null) return false;
    const answered: FrameRow = {
      ...request,
      answer: { id: row.id, kind: row.kind, latency: row.latency, error: row.error },
    };
    this.#byId.set(answered.id, answered);
    const at = this.#search(answered.id);
    if (this.#rows[at]?.id === answered.id) this.#rows[at] = answered;
    return true;
  }

  /** Index of the first row whose id is not below. */
  #search(id: string): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle]?.id ?? "") < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
