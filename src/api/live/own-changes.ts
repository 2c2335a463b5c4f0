import type { StoreChange } from "../../store/store.ts";

/** What requests to this process changed in the store, which `Store.watch` leaves out; its transactions: stored-transactions.ts. */
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
