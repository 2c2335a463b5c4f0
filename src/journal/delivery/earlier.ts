import type { Batch } from "../../store/store.ts";
import type { SpoolSide } from "../beginnings.ts";

/** What earlier processes left in the spool: it goes into the store before anything else. */
export class EarlierRecords {
  readonly #side: SpoolSide | null;
  readonly #ended: () => void;
  #left: boolean;
  #waiting: number;
  #delivered = 0;

  /** `ended`: called when there are no more. */
  constructor(side: SpoolSide | null, ended: () => void) {
    this.#side = side;
    this.#ended = ended;
    this.#left = side !== null;
    this.#waiting = side?.oldFrames ?? 0;
  }

  /** Whether there may be more. */
  get left(): boolean {
    return this.#left;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** How many this process brought into the store. */
  get delivered(): number {
    return this.#delivered;
  }

  /** The next batch; null when there is none any more. Rejects when the spool cannot be read. */
  async next(): Promise<Batch | null> {
    if (this.#side === null) return null;
    const { feed, reached, oldUntil } = this.#side;
    const batch = await feed.next((writer) => reached.get(writer) ?? 0, { until: oldUntil });
    if (batch !== null) return batch;
    this.#left = false;
    this.#waiting = 0;
    this.#ended();
    return null;
  }

  noteDelivered(records: number): void {
    this.#delivered += records;
    this.#waiting = Math.max(0, this.#waiting - records);
  }
}
