/** Who wants to hear of something. */
export class Listeners<Told extends readonly unknown[]> {
  readonly #all = new Set<(...told: Told) => void>();

  get none(): boolean {
    return this.#all.size === 0;
  }

  /** Returns how to unsubscribe. */
  add(listener: (...told: Told) => void): () => void {
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const own = (...told: Told): void => listener(...told);
    this.#all.add(own);
    return () => void this.#all.delete(own);
  }

  /** One broken listener must not stop what it listens to, nor stay unseen. */
  tell(...told: Told): void {
    for (const listener of this.#all) {
      try {
        listener(...told);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error), "ListenerWarning");
      }
    }
  }
}
