import type { StoreChange } from "../../store.ts";

/** How long a removal of our own is remembered, ms. */
const memory = 60_000;
/** Changes are handed on together when they come so close, ms. */
const linger = 20;
const largestBatch = 500;

type Listener = (changes: StoreChange[]) => void;

/** Hands changes on to listeners: those that come close together at once, and none of this process's own. */
export class Telling {
  readonly listeners = new Set<Listener>();
  readonly #report: (error: unknown) => void;
  readonly #removals = new Map<string, number>();
  readonly #pending = new Map<string, StoreChange>();
  #timer: NodeJS.Timeout | undefined;

  /** `report` is given what listeners throw. */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  tell(change: StoreChange): void {
    const key = `${change.collection}/${change.id}`;
    if (change.action === "removed") {
      const until = this.#removals.get(key);
      this.#removals.delete(key);
      if (until !== undefined && until > performance.now()) return;
    }
    // Later news of a document replaces earlier ones, and comes in its own place.
    this.#pending.delete(key);
    this.#pending.set(key, change);
    if (this.#pending.size >= largestBatch) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), linger);
  }

  /** See `Watcher.willRemove`. */
  willRemove(collection: string, id: string): void {
    const now = performance.now();
    for (const [key, until] of this.#removals) if (until <= now) this.#removals.delete(key);
    this.#removals.set(`${collection}/${id}`, now + memory);
  }

  /** What is not told yet is not told any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending.clear();
  }

  #flush(): void {
    const changes = [...this.#pending.values()];
    this.drop();
    for (let i = 0; i < changes.length; i += largestBatch)
      for (const listener of this.listeners) {
        try {
          listener(changes.slice(i, i + largestBatch));
        } catch (error) {
          this.#report(error);
        }
      }
  }
}
