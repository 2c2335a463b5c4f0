import type { AdoptedRows, Batch, Store } from "../store.ts";
import type { Section } from "../canonical.ts";
import type { Carried } from "./carried.ts";

const rowsMost = 2000;
const textMost = 8 * 2 ** 20;

type Adopted = keyof AdoptedRows;
type Appended = Exclude<Section, Adopted | "states">;

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

  async #put(part: readonly Carried[]): Promise<void> {
    const section = part[0]?.section;
    if (section !== undefined && isAppended(section)) {
      this.#number += 1;
      await this.#target.append(batchOf(part, this.#writer, this.#number));
    } else if (section === "states") {
      await this.#target.states.put(part.flatMap((each) => (each.section === "states" ? [each.row] : [])));
    } else await this.#target.adopt(adoptedOf(part));
  }
}

function isAppended(section: Section): section is Appended {
  return ["connections", "transactions", "events", "samples", "frames"].includes(section);
}

function batchOf(part: readonly Carried[], writer: string, number: number): Batch {
  const batch: Batch = {
    writer,
    number,
    frames: [],
    transactions: [],
    samples: [],
    events: [],
    connections: [],
  };
  for (const carried of part) {
    switch (carried.section) {
      case "frames":
        batch.frames.push(carried.row);
        break;
      case "transactions":
        batch.transactions.push(carried.row);
        break;
      case "samples":
        batch.samples.push(carried.row);
        break;
      case "events":
        batch.events.push(carried.row);
        break;
      case "connections":
        batch.connections.push(carried.row);
        break;
      default:
        throw new TypeError(`${carried.section} are not appended`);
    }
  }
  return batch;
}

function adoptedOf(part: readonly Carried[]): Partial<AdoptedRows> {
  const rows: AdoptedRows = { documents: [], history: [], runs: [], findings: [], writers: [] };
  for (const carried of part) {
    switch (carried.section) {
      case "documents":
        rows.documents.push(carried.row);
        break;
      case "history":
        rows.history.push(carried.row);
        break;
      case "runs":
        rows.runs.push(carried.row);
        break;
      case "findings":
        rows.findings.push(carried.row);
        break;
      case "writers":
        rows.writers.push(carried.row);
        break;
      default:
        throw new TypeError(`${carried.section} are not adopted`);
    }
  }
  return Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0));
}
