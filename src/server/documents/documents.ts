import type { Problem } from "../../result.ts";
import type { DocumentRow } from "../../store/rows.ts";
import type { Change, Store } from "../../store/store.ts";
import { kept } from "./kept.ts";

/**
 * The documents of one collection, for those who change them: what reads one and puts another does so in that document's
 * turn, what was changed is in the history with who did it, and a store that does not take it is a problem to tell.
 */
export class Documents {
  readonly #store: Store;
  readonly #collection: string;
  /** The end of what was asked of each document last. */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(store: Store, collection: string) {
    this.#store = store;
    this.#collection = collection;
  }

  list(): Promise<DocumentRow[]> {
    return this.#store.documents.list(this.#collection);
  }

  /** Does it when all that was asked of this document before is over, however that ended. */
  async inTurn<T>(id: string, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(id);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turns.set(id, promise);
    await before;
    try {
      return await act();
    } finally {
      if (this.#turns.get(id) === promise) this.#turns.delete(id);
      resolve();
    }
  }

  /** Puts or replaces. Null when the store has it. */
  put(id: string, value: unknown, change?: Change): Promise<Problem | null> {
    return kept(this.#store.documents.put(this.#collection, id, value, change));
  }

  /** Null when the store has it no more. */
  remove(id: string, change: Change): Promise<Problem | null> {
    return kept(this.#store.documents.remove(this.#collection, id, change));
  }
}
