/** Where time comes from. Injected everywhere, so that a test can turn it. */
export interface Clock {
  /** Epoch ms, with a fraction where the platform has one. */
  now(): number;
  /** Calls `fire` once when `at` (epoch ms) is reached, later than the current turn even if it is past. Returns the cancel. */
  setTimer(at: number, fire: () => void): () => void;
}

/** setTimeout cannot wait longer than this, ms. */
const longestWait = 2 ** 31 - 1;

let origin = performance.timeOrigin;

/** Wall-clock time with microseconds; follows when the system's clock is set or the machine slept. */
export const realClock: Clock = {
  now() {
    const elapsed = performance.now();
    const wall = Date.now();
    if (Math.abs(origin + elapsed - wall) > 1000) origin = wall - elapsed;
    return origin + elapsed;
  },
  setTimer(at, fire) {
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const wait = Math.ceil(at - realClock.now());
      handle = wait > longestWait ? setTimeout(arm, longestWait) : setTimeout(fire, Math.max(0, wait));
    };
    arm();
    return () => clearTimeout(handle);
  },
};
