import { setTimeout as wait } from "node:timers/promises";
import { hasCode } from "../../../error-text.ts";
import { isAway } from "../../away.ts";

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

/** Codes of a server that has dropped a cursor. */
const cursorGone = [43, 237];
/** Names of errors after our own closing. */
const ended = ["MongoPoolClosedError", "MongoTopologyClosedError"];

/** Whether the same question may well be answered a moment later. */
export function isPassing(error: unknown): boolean {
  if (isAway(error)) return !ended.includes((error as Error).name);
  return hasCode(error, ...cursorGone);
}
