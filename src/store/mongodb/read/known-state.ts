import type { Db, Document, Filter } from "mongodb";
import type { StoreChange } from "../../store.ts";

export type Watched = StoreChange["collection"];

export const watchedCollections: readonly Watched[] = ["stations", "transactions", "runs"];

/** Of a removal nothing is left to ask for, so the ids of these are known; of transactions there are too many. */
const withIds: readonly Watched[] = ["stations", "runs"];
/** Beyond so many documents in a collection its removals are not noticed by asking. */
const mostIds = 10_000;
/** Beyond so many ids they are compared at every tenth look only. */
const manyIds = 1000;
/** A write may become visible later than one with a later time, and clocks of servers differ a little, ms. */
const overlap = 10_000;

/**
 * What was known of the watched collections at the last look, and what is different now: by `changedAt`, the server's time of
 * the last write, and by the ids that are gone.
 */
export class KnownState {
  readonly #db: Db;
  readonly #collections: readonly Watched[];
  readonly writer: string;
  /** Epoch ms of the server; null before the first look. */
  #since: number | null = null;
  /** What was told of the time that looks overlap, by collection and id: epoch ms of the change. */
  readonly #told = new Map<string, number>();
  readonly #ids = new Map<Watched, Set<string>>();
  #looks = 0;

  constructor(db: Db, collections: readonly Watched[], writer: string) {
    this.#db = db;
    this.#collections = collections;
    this.writer = writer;
  }

  /** The first look: nothing before it is news. */
  async begin(): Promise<void> {
    if (this.#since !== null) return;
    const now = await this.serverTime();
    for (const name of this.#collections) {
      const ids = await this.#idsOf(name);
      if (ids !== null) this.#ids.set(name, ids);
      // What was there already is in the overlap of the next look.
      for await (const [id, changedAt] of this.#changedSince(name, now - overlap, {}))
        if (changedAt < now) this.#told.set(`${name}/${id}`, changedAt);
    }
    this.#since = now;
  }

  /** Tells what others changed since the last look. After a failure the next look covers its time too. */
  async look(tell: (change: StoreChange) => void): Promise<void> {
    await this.begin();
    const since = this.#since ?? 0;
    const now = await this.serverTime();
    this.#looks += 1;
    for (const collection of this.#collections) {
      const others = { writer: { $ne: this.writer } };
      for await (const [id, changedAt] of this.#changedSince(collection, since - overlap, others)) {
        const key = `${collection}/${id}`;
        if (this.#told.get(key) === changedAt) continue;
        this.#told.set(key, changedAt);
        tell({ collection, id, action: "put" });
      }
      await this.#compareIds(collection, tell);
    }
    this.#since = Math.max(now, since);
    for (const [key, changedAt] of this.#told)
      if (changedAt < this.#since - 2 * overlap) this.#told.delete(key);
  }

  /** What came by another way, so that the ids stay right. */
  note({ collection, id, action }: StoreChange): void {
    const ids = this.#ids.get(collection);
    if (action === "put") ids?.add(id);
    else ids?.delete(id);
  }

  /** All went well until now: the next look begins here. */
  healthy(serverTime: number): void {
    this.#since = Math.max(this.#since ?? 0, serverTime);
  }

  async #compareIds(collection: Watched, tell: (change: StoreChange) => void): Promise<void> {
    const before = this.#ids.get(collection);
    if (before !== undefined && before.size > manyIds && this.#looks % 10 !== 0) return;
    const after = await this.#idsOf(collection);
    if (after === null) {
      this.#ids.delete(collection);
      return;
    }
    this.#ids.set(collection, after);
    for (const id of before ?? []) if (!after.has(id)) tell({ collection, id, action: "removed" });
  }

  async #idsOf(collection: Watched): Promise<Set<string> | null> {
    if (!withIds.includes(collection)) return null;
    const found = this.#db
      .collection(collection)
      .find({}, { projection: { _id: 1 }, sort: { _id: 1 }, limit: mostIds + 1 });
    const ids = new Set<string>();
    for await (const { _id } of found) ids.add(String(_id));
    return ids.size > mostIds ? null : ids;
  }

  async *#changedSince(
    collection: Watched,
    since: number,
    others: Filter<Document>,
  ): AsyncGenerator<[id: string, changedAt: number]> {
    const found = this.#db
      .collection(collection)
      .find(
        { changedAt: { $gte: new Date(since) }, ...others },
        { projection: { changedAt: 1 }, sort: { changedAt: 1 } },
      );
    for await (const document of found) {
      const changedAt: unknown = document["changedAt"];
      if (changedAt instanceof Date) yield [String(document._id), changedAt.getTime()];
    }
  }

  /** Epoch ms. */
  async serverTime(): Promise<number> {
    const hello = await this.#db.command({ hello: 1 });
    const time: unknown = hello["localTime"];
    return time instanceof Date ? time.getTime() : Date.now();
  }
}
