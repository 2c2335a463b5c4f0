import type { StoreChange } from "../../store/store.ts";

/** What this process's own API changed in the store, which `Store.watch` leaves out. */
export class OwnChanges {
  readonly #listeners = new Set<(changes: readonly StoreChange[]) => void>();

  tell(change: StoreChange): void {
    for (const listener of this.#listeners) listener([change]);
  }

  /** Returns how to end it. */
  subscribe(listener: (changes: readonly StoreChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
