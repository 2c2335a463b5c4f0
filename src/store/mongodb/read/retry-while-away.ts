import { setTimeout as wait } from "node:timers/promises";

/** So long a stream tries to go on while the server is away, ms. */
const longest = 60_000;

/** Asks again while the server is away or its cursor is gone; rejects with what it said last. For reads only. */
export async function retryWhileAway<T>(ask: () => Promise<T>, patience: number = longest): Promise<T> {
  const until = performance.now() + patience;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
      await wait(pause);
    }
  }
}

/** Codes of a server that is starting, stopping, or changing its part; and of a cursor that it has dropped. */
const passing = new Set([6, 7, 43, 89, 91, 133, 134, 189, 237, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Whether the same question may well be answered a moment later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/^Mongo(Network|NetworkTimeout|ServerSelection|PoolCleared|PoolClosed|NotConnected)/u.test(error.name))
    return error.name !== "MongoPoolClosedError";
  return "code" in error && typeof error.code === "number" && passing.has(error.code);
}
