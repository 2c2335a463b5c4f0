import type { FrameRecord } from "../../frames/frame.ts";

/** The frames of a case so far, and a way to wait for more. */
export class Watch {
  readonly frames: FrameRecord[] = [];
  #waiters = new Set<() => void>();

  /** Takes completed records from the journal. */
  add(frames: readonly FrameRecord[]): void {
    this.frames.push(...frames);
    for (const wake of this.#waiters) wake();
  }

  /**
   * Resolves with the first value other than undefined that `find` returns, looked for now and after each batch; with
   * undefined when `ms` have passed.
   */
  until<T>(find: () => T | undefined, ms: number): Promise<T | undefined> {
    const found = find();
    if (found !== undefined || ms <= 0) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiters.delete(look);
      };
      const look = (): void => {
        try {
          const value = find();
          if (value === undefined) return;
          end();
          resolve(value);
        } catch (error) {
          end();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const timer = setTimeout(() => {
        end();
        resolve(undefined);
      }, ms);
      this.#waiters.add(look);
    });
  }
}
