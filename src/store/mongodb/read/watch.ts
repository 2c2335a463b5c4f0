import type { Db } from "mongodb";
import type { Store, StoreChange } from "../../store.ts";
import { followStream } from "./change-stream.ts";
import { KnownState, watchedCollections } from "./known-state.ts";
import type { Watched } from "./known-state.ts";
import { isPassing } from "./patience.ts";

export interface Watcher {
  watch: Store["watch"];
  /** To be called before this process removes a document: servers do not say who removed one. */
  willRemove(collection: string, id: string): void;
  status(): WatchStatus;
  close(): Promise<void>;
}

export interface WatchStatus {
  /** `idle`: nobody listens. */
  way: "idle" | "pushed" | "polled";
  /** For people: what keeps it from hearing of changes now, or null. */
  failing: string | null;
}

export interface WatchOptions {
  db: Db;
  /** Of the server: whether to try change streams at all. */
  facts: { changeStreams: boolean };
  /** This process, whose own changes are not told. */
  writer: string;
  /** Told once per trouble, not once per attempt; what listeners throw arrives here too. */
  onError?: (error: Error) => void;
  /** Between two questions where the server cannot push, ms. */
  pollInterval?: number;
}

/** How long a removal of our own is remembered, ms. */
const memory = 60_000;
/** Changes are handed on together when they come so close, ms. */
const linger = 20;
const largestBatch = 500;
const longestPause = 5000;

/** What one feed, over one or all collections, is given. */
export interface Feed {
  db: Db;
  collections: readonly Watched[];
  state: KnownState;
  signal: AbortSignal;
  tell(change: StoreChange): void;
  /** It hears of changes again. */
  healthy(): void;
}

/**
 * Tells what other processes changed in `stations`, `transactions` and `runs`: by one change stream, by one per collection where
 * the user may not open that, or by asking. After every interruption it asks for what changed meanwhile, so that a change
 * may be told twice but none is missed; removals of transactions, which only time removes, are told by streams only.
 */
export function createWatcher(options: WatchOptions): Watcher {
  const { db, writer, pollInterval = 1000, onError = () => undefined } = options;
  const listeners = new Set<(changes: StoreChange[]) => void>();
  const removals = new Map<string, number>();
  const pending = new Map<string, StoreChange>();
  let flushing: NodeJS.Timeout | undefined;
  let running: { stop: AbortController; ended: Promise<void> } | null = null;
  let ending: Promise<void> = Promise.resolve();
  const status: WatchStatus = { way: "idle", failing: null };

  const trouble = (error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    if (status.failing === text) return;
    status.failing = text;
    report(error);
  };
  const report = (error: unknown): void => {
    try {
      onError(error instanceof Error ? error : new Error(String(error)));
    } catch {
      // The callback's own mistake must not end the feed.
    }
  };
  const flush = (): void => {
    clearTimeout(flushing);
    flushing = undefined;
    const changes = [...pending.values()];
    pending.clear();
    for (let i = 0; i < changes.length; i += largestBatch)
      for (const listener of listeners) {
        try {
          listener(changes.slice(i, i + largestBatch));
        } catch (error) {
          report(error);
        }
      }
  };
  const tell = (change: StoreChange): void => {
    const key = `${change.collection}/${change.id}`;
    if (change.action === "removed") {
      const until = removals.get(key);
      removals.delete(key);
      if (until !== undefined && until > performance.now()) return;
    }
    // Later news of a document replaces earlier ones, and comes in its own place.
    pending.delete(key);
    pending.set(key, change);
    if (pending.size >= largestBatch) flush();
    else flushing ??= setTimeout(flush, linger);
  };

  async function follow(
    collections: readonly Watched[],
    way: "pushed" | "polled",
    signal: AbortSignal,
  ): Promise<void> {
    const state = new KnownState(db, collections, writer);
    let pause = 100;
    const feed: Feed = {
      db,
      collections,
      state,
      signal,
      tell,
      healthy: () => {
        pause = 100;
        status.failing = null;
      },
    };
    const streams = followStream(feed);
    while (!signal.aborted) {
      try {
        if (way === "pushed") await streams.run();
        else {
          await state.look(tell);
          feed.healthy();
          await idle(pollInterval, signal);
        }
      } catch (error) {
        if (signal.aborted) return;
        if (way === "pushed" && !isPassing(error) && streams.refused()) throw error;
        trouble(error);
        await idle(pause, signal);
        pause = Math.min(pause * 2, longestPause);
      }
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    status.way = "pushed";
    if (options.facts.changeStreams) {
      const ways = [[watchedCollections], watchedCollections.map((name) => [name])];
      for (const feeds of ways) {
        const stop = new AbortController();
        const both = AbortSignal.any([signal, stop.signal]);
        try {
          await Promise.all(feeds.map(async (names) => await follow(names, "pushed", both)));
          return;
        } catch (error) {
          // This way is closed; the next one needs fewer rights.
          report(error);
        } finally {
          stop.abort();
        }
      }
    }
    status.way = "polled";
    await follow(watchedCollections, "polled", signal);
  }

  const start = (): void => {
    const stop = new AbortController();
    const ended = ending.then(async () => await run(stop.signal)).catch(trouble);
    running = { stop, ended };
  };
  const end = (): void => {
    if (running === null) return;
    running.stop.abort();
    ending = running.ended;
    running = null;
    status.way = "idle";
    status.failing = null;
    clearTimeout(flushing);
    flushing = undefined;
    pending.clear();
  };

  return {
    watch: (listener) => {
      // A wrapper, so that one function may listen twice.
      const own = (changes: StoreChange[]): void => {
        listener(changes);
      };
      listeners.add(own);
      if (running === null) start();
      return () => {
        if (listeners.delete(own) && listeners.size === 0) end();
      };
    },
    willRemove: (collection, id) => {
      const now = performance.now();
      for (const [key, until] of removals) if (until <= now) removals.delete(key);
      removals.set(`${collection}/${id}`, now + memory);
    },
    status: () => ({ ...status }),
    close: async () => {
      listeners.clear();
      end();
      await ending;
    },
  };
}

async function idle(time: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, time);
    signal.addEventListener("abort", done);
  });
}
