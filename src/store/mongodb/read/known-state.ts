import type { Db, Document, Filter } from "mongodb";
import { documentCollections } from "../../collections.ts";
import type { StoreChange } from "../../store.ts";
import { serverTime } from "../writers.ts";

export type Watched = StoreChange["collection"];

/** Of a removal nothing is left to ask for, so the ids of these are known; of transactions there are too many. */
const withIds: readonly Watched[] = [
  ...documentCollections.flatMap((collection) => (collection.followed ? [collection.name] : [])),
  "runs",
];

export const watchedCollections: readonly Watched[] = [...withIds, "transactions"];

/** Beyond so many documents in a collection its removals are not noticed by asking. */
const mostIds = 10_000;
/** Beyond so many ids they are compared at every tenth look only. */
const manyIds = 1000;
/** A write may become visible later than one with a later time, and clocks of servers differ a little, ms. */
const overlap = 10_000;

/** What is known of all watched collections; each is asked for once at a time, whoever follows it. */
export class Known {
  readonly writer: string;
  readonly #db: Db;
  readonly #states: readonly KnownState[];

  private constructor(db: Db, writer: string, states: readonly KnownState[]) {
    this.#db = db;
    this.writer = writer;
    this.#states = states;
  }

  static of(db: Db, writer: string): Known {
    const states = watchedCollections.map((name) => new KnownState(db, name, writer));
    return new Known(db, writer, states);
  }

  /** The same knowledge, of some collections. */
  only(collections: readonly Watched[]): Known {
    const states = this.#states.filter(({ collection }) => collections.includes(collection));
    return new Known(this.#db, this.writer, states);
  }

  /** The first look: nothing before it is news. */
  async begin(): Promise<void> {
    if (this.#states.every(({ begun }) => begun)) return;
    const now = await this.serverTime();
    for (const state of this.#states) await state.begin(now);
  }

  /** Tells what others changed since the last look. After a failure the next look covers its time too. */
  async look(tell: (change: StoreChange) => void): Promise<void> {
    await this.begin();
    const now = await this.serverTime();
    for (const state of this.#states) await state.look(now, tell);
  }

  /** What came by another way, so that the ids stay right. */
  note(change: StoreChange): void {
    for (const state of this.#states) if (state.collection === change.collection) state.note(change);
  }

  /** All went well until now: the next look begins here. */
  healthy(serverTime: number): void {
    for (const state of this.#states) state.healthy(serverTime);
  }

  /** Epoch ms. */
  async serverTime(): Promise<number> {
    return await serverTime(this.#db);
  }
}

/**
 * What was known of a collection at the last look, and what is different now: by `changedAt`, the server's time of the last
 * write, and by the ids that are gone.
 */
class KnownState {
  readonly collection: Watched;
  readonly #db: Db;
  readonly #writer: string;
  /** Epoch ms of the server; null before the first look. */
  #since: number | null = null;
  /** What was told of the time that looks overlap, by id: epoch ms of the change. */
  readonly #told = new Map<string, number>();
  #ids: Set<string> | null = null;
  #looks = 0;

  constructor(db: Db, collection: Watched, writer: string) {
    this.#db = db;
    this.collection = collection;
    this.#writer = writer;
  }

  get begun(): boolean {
    return this.#since !== null;
  }

  async begin(now: number): Promise<void> {
    if (this.begun) return;
    this.#ids = await this.#idsNow();
    // What was there already is in the overlap of the next look.
    for await (const [id, changedAt] of this.#changedSince(now - overlap, {}))
      if (changedAt < now) this.#told.set(id, changedAt);
    this.#since = now;
  }

  async look(now: number, tell: (change: StoreChange) => void): Promise<void> {
    const { collection } = this;
    const since = this.#since ?? 0;
    this.#looks += 1;
    const others = { writer: { $ne: this.#writer } };
    for await (const [id, changedAt] of this.#changedSince(since - overlap, others)) {
      if (this.#told.get(id) === changedAt) continue;
      this.#told.set(id, changedAt);
      tell({ collection, id, action: "put" });
    }
    await this.#compareIds(tell);
    this.#since = Math.max(now, since);
    for (const [id, changedAt] of this.#told)
      if (changedAt < this.#since - 2 * overlap) this.#told.delete(id);
  }

  note({ id, action }: StoreChange): void {
    if (action === "put") this.#ids?.add(id);
    else this.#ids?.delete(id);
  }

  healthy(serverTime: number): void {
    this.#since = Math.max(this.#since ?? 0, serverTime);
  }

  async #compareIds(tell: (change: StoreChange) => void): Promise<void> {
    const before = this.#ids;
    if (before !== null && before.size > manyIds && this.#looks % 10 !== 0) return;
    const after = await this.#idsNow();
    this.#ids = after;
    if (after === null) return;
    for (const id of before ?? [])
      if (!after.has(id)) tell({ collection: this.collection, id, action: "removed" });
  }

  async #idsNow(): Promise<Set<string> | null> {
    if (!withIds.includes(this.collection)) return null;
    const found = this.#db
      .collection(this.collection)
      .find({}, { projection: { _id: 1 }, sort: { _id: 1 }, limit: mostIds + 1 });
    const ids = new Set<string>();
    for await (const { _id } of found) ids.add(String(_id));
    return ids.size > mostIds ? null : ids;
  }

  async *#changedSince(
    since: number,
    others: Filter<Document>,
  ): AsyncGenerator<[id: string, changedAt: number]> {
    const found = this.#db
      .collection(this.collection)
      .find(
        { changedAt: { $gte: new Date(since) }, ...others },
        { projection: { changedAt: 1 }, sort: { changedAt: 1 } },
      );
    for await (const document of found) {
      const changedAt: unknown = document["changedAt"];
      if (changedAt instanceof Date) yield [String(document._id), changedAt.getTime()];
    }
  }
}
