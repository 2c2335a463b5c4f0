import { setTimeout } from "node:timers/promises";
import type { Db } from "mongodb";
import type { StoreChange } from "../../store.ts";
import { followStream } from "./change-stream.ts";
import type { Known, Watched } from "./known-state.ts";
import { isPassing } from "./retry-while-away.ts";

/** What one feed, over one or all collections, is given. */
export interface Feed {
  db: Db;
  collections: readonly Watched[];
  /** Of these collections. */
  state: Known;
  signal: AbortSignal;
  readonly tell: (change: StoreChange) => void;
  /** It hears of changes again. */
  healthy(): void;
  /** It hears of none, and will try again. */
  trouble(error: unknown): void;
}

const shortestPause = 100;
const longestPause = 5000;

/** Until the signal: by one change stream. Rejects when the server does not mean to open it. */
export async function followPushed(feed: Feed): Promise<void> {
  await again(feed, (own) => {
    const stream = followStream(own);
    return {
      turn: async () => await stream.run(),
      isFinal: (error) => !isPassing(error) && stream.refused(),
    };
  });
}

/** Until the signal: by asking every so many ms. */
export async function followPolled(feed: Feed, interval: number): Promise<void> {
  await again(feed, (own) => ({
    turn: async () => {
      await own.state.look(own.tell);
      own.healthy();
      await idle(interval, own.signal);
    },
    isFinal: () => false,
  }));
}

interface Following {
  turn(): Promise<void>;
  /** Whether it is of no use to try again. */
  isFinal(error: unknown): boolean;
}

/** One turn after the other; pauses after failures, longer ones while it does not get healthy. */
async function again(feed: Feed, begin: (own: Feed) => Following): Promise<void> {
  const { signal } = feed;
  let pause = shortestPause;
  const healthy = (): void => {
    pause = shortestPause;
    feed.healthy();
  };
  const following = begin({ ...feed, healthy });
  while (!signal.aborted) {
    try {
      await following.turn();
    } catch (error) {
      if (signal.aborted) return;
      if (following.isFinal(error)) throw error;
      feed.trouble(error);
      await idle(pause, signal);
      pause = Math.min(pause * 2, longestPause);
    }
  }
}

async function idle(time: number, signal: AbortSignal): Promise<void> {
  await setTimeout(time, undefined, { signal }).catch(() => undefined);
}
