import type { StoreChange } from "../../store/store.ts";
import type { ChangesMessage } from "./message.ts";

/** Most changes that are told by their ids in one message. */
export const namedMost = 200;

/** What one client has yet to be told of the store: each document once, with its latest change, in bounded memory. */
export class ChangeList {
  readonly #collections = new Set<StoreChange["collection"]>();
  /** Null when there are too many to name. */
  #items: Map<string, StoreChange> | null = new Map();

  get empty(): boolean {
    return this.#collections.size === 0;
  }

  add(changes: readonly StoreChange[]): void {
    for (const { collection, id, action } of changes) {
      this.#collections.add(collection);
      if (this.#items === null) continue;
      const key = `${collection}/${id}`;
      // The latest one comes in its own place.
      this.#items.delete(key);
      this.#items.set(key, { collection, id, action });
      if (this.#items.size > namedMost) this.#items = null;
    }
  }

  /** All of it as a message; begins anew. */
  take(): ChangesMessage {
    const collections = [...this.#collections].toSorted();
    const items = this.#items === null ? null : [...this.#items.values()];
    this.clear();
    return { type: "changes", collections, items };
  }

  clear(): void {
    this.#collections.clear();
    this.#items = new Map();
  }
}
