import type { Batch, StationStateRow, Store } from "../store.ts";
import type { Carried } from "./carried.ts";

const rowsMost = 2000;
const textMost = 8 * 2 ** 20;

/**
 * Writes carried rows into a home, in parts of bounded size. The same rows in the same order make the same batches under
 * the same numbers, so that a writing that was broken off can be done again from the beginning and doubles nothing.
 */
export class Writing {
  readonly #target: Store;
  readonly #writer: string;
  #number = 0;
  #part: Carried[] = [];
  #size = 0;
  /** The part before, under way while this one is gathered. */
  #before: Promise<void> = Promise.resolve();

  /** `writer`: under whose name the batches go. */
  constructor(target: Store, writer: string) {
    this.#target = target;
    this.#writer = writer;
  }

  /** Takes a row. Returns what to wait for before the next one; null, as a rule, for nothing. */
  add(carried: Carried): Promise<void> | null {
    const [first] = this.#part;
    const isOther = first !== undefined && first.section !== carried.section;
    const ended = isOther ? this.#write() : null;
    this.#part.push(carried);
    this.#size += carried.text.length;
    const isFull = this.#part.length >= rowsMost || this.#size >= textMost;
    if (!isFull) return ended;
    return ended === null ? this.#write() : ended.then(() => this.#write());
  }

  /** Writes what is left, and waits until all is written. */
  async end(): Promise<void> {
    await this.#write();
    await this.#before;
  }

  /** Waits until nothing is under way any more, whatever became of it. */
  async settled(): Promise<void> {
    await this.#before.catch(() => undefined);
  }

  /** Begins to write the part when the one before is written: a home takes the batches of a writer in their order. */
  async #write(): Promise<void> {
    const part = this.#part;
    if (part.length === 0) return;
    this.#part = [];
    this.#size = 0;
    await this.#before;
    this.#before = this.#put(part);
    // Told by whoever waits for it: the next part, or the end.
    this.#before.catch(() => undefined);
  }

  /** All of one section. */
  async #put(part: readonly Carried[]): Promise<void> {
    const [first] = part;
    if (first === undefined) return;
    if (first.section === "states")
      return await this.#target.states.put(part.map(({ row }) => row as StationStateRow));
    // The rows of a section are that section's; the types cannot follow the union.
    const rows = { [first.section]: part.map(({ row }) => row) };
    if (!appended.includes(first.section)) return await this.#target.adopt(rows);
    this.#number += 1;
    await this.#target.append({ writer: this.#writer, number: this.#number, ...nothing, ...rows });
  }
}

const nothing = { frames: [], transactions: [], samples: [], events: [], connections: [] } satisfies Omit<
  Batch,
  "writer" | "number"
>;
/** What comes in batches; the rest is adopted. */
const appended: readonly string[] = Object.keys(nothing);
