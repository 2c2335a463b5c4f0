import type { WriterRow } from "../../store/rows.ts";
import type { Batch, SampleRow, Store, TransactionQuery, TransactionRow } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { RecordStart } from "../recorder.ts";

/** A home in memory that keeps batches as the contract says, and fails, hangs or takes without saying so when told. */
export class MoodyHome {
  readonly batches: Batch[] = [];
  /** What it was asked to take, taken or not. */
  readonly handed: Batch[] = [];
  readonly reached = new Map<string, number>();
  attempts = 0;
  fails: string | null = null;
  /** Takes the batch, and then fails: the answer is lost on the way. */
  forgets = false;
  readonly #rows = new Map<string, TransactionRow>();
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  hang(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }

  get frames(): FrameRecord[] {
    return this.batches.flatMap((batch) => batch.frames);
  }

  get raws(): string[] {
    return this.frames.map((frame) => frame.raw);
  }

  get samples(): SampleRow[] {
    return this.batches.flatMap((batch) => batch.samples);
  }

  async append(batch: Batch): Promise<void> {
    this.attempts += 1;
    this.handed.push(structuredClone(batch));
    await this.#gate;
    if (this.fails !== null) throw new Error(this.fails);
    if (batch.number > (this.reached.get(batch.writer) ?? 0)) {
      this.reached.set(batch.writer, batch.number);
      this.batches.push(structuredClone(batch));
      for (const row of batch.transactions) this.#rows.set(row.key, row);
    }
    if (this.forgets) throw new Error("the connection was lost");
  }

  /** As they are in the store at last. */
  get transactions(): TransactionRow[] {
    return [...this.#rows.values()];
  }

  /** What a journal asks of a store. */
  asStore(): Store {
    const frames = (): FrameRecord[] => this.frames.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const rows = this.#rows;
    const store: Pick<Store, "append" | "writers"> & { frames: unknown; transactions: unknown } = {
      append: (batch) => this.append(batch),
      writers: () =>
        Promise.resolve([...this.reached].map(([writer, batch]) => ({ writer, batch }) as WriterRow)),
      frames: {
        query: () => Promise.resolve({ items: frames().slice(-1), next: null }),
        get: (id: string) => Promise.resolve(this.frames.find((frame) => frame.id === id) ?? null),
      },
      transactions: {
        query: () => Promise.resolve({ items: [...rows.values()].toReversed(), next: null }),
        stream: async function* (this: void, { stations }: TransactionQuery) {
          for (const row of await Promise.resolve([...rows.values()]))
            if (row.endedAt === null && stations?.includes(row.station) !== false) yield row;
        },
      },
    };
    return store as Store;
  }
}

/** A CALL with its number as message id. */
export function numbered(number: number, pad = 0): RecordStart {
  return {
    station: `CS-${number % 3}`,
    connection: "1",
    dialect: "1.6J",
    direction: "out",
    kind: "call",
    raw: `[2,"${number}","Heartbeat",{"pad":"${"é".repeat(pad)}"}]`,
  };
}

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits for a condition, turn by turn. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}
