/** Lets things happen one after the other under each key. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Does it when all that was asked before under this key is over, however that ended. */
  async take<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last.set(key, promise);
    await before;
    try {
      return await act();
    } finally {
      if (this.#last.get(key) === promise) this.#last.delete(key);
      resolve();
    }
  }
}
