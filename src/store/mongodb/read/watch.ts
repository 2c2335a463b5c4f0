import type { Db } from "mongodb";
import { errorText } from "../../../error-text.ts";
import type { Store, StoreChange } from "../../store.ts";
import { followPolled, followPushed } from "./follow.ts";
import type { Feed } from "./follow.ts";
import { Known, watchedCollections } from "./known-state.ts";
import type { Watched } from "./known-state.ts";
import { Telling } from "./telling.ts";

export interface Watcher {
  watch: Store["watch"];
  /** To be called before this process removes a document: servers do not say who removed one. */
  willRemove(collection: string, id: string): void;
  status(): WatchStatus;
  close(): Promise<void>;
}

export interface WatchStatus {
  /** How it hears of changes now. `idle`: nobody listens, or it is about to begin. */
  way: "idle" | "pushed" | "polled";
  /** For people: what keeps it from hearing of changes now, or null. */
  failing: string | null;
}

export interface WatchOptions {
  db: Db;
  /** Of the server: whether to begin with change streams, and whether it may come to have them at all. */
  facts: { changeStreams: boolean; topology: string };
  /** This process, whose own changes are not told. */
  writer: string;
  /** Told once per trouble, not once per attempt; what listeners throw arrives here too. */
  onError?: (error: Error) => void;
  /** Between two questions where the server does not push, ms. */
  pollInterval?: number;
  /** How long it asks before it tries change streams again, ms. */
  retryStreams?: number;
}

/** From the first listener to the last. */
interface Session {
  known: Known;
  tell: Feed["tell"];
  signal: AbortSignal;
}

/** A stream over all collections needs a right to the database, one over a collection to that only. */
const streamWays: readonly (readonly (readonly Watched[])[])[] = [
  [watchedCollections],
  watchedCollections.map((name) => [name]),
];

/**
 * Tells what other processes changed in `stations`, `transactions` and `runs`: by one change stream, by one per collection where
 * the user may not open that, or by asking; then streams are tried again every few minutes. After every interruption and
 * change of way it asks for what changed meanwhile, so that a change may be told twice but none is missed; removals of
 * transactions, which only time removes, are told by streams only.
 */
export function createWatcher(options: WatchOptions): Watcher {
  const { db, facts, writer, pollInterval = 1000, retryStreams = 300_000 } = options;
  let running: { stop: AbortController; ended: Promise<void> } | null = null;
  let ending: Promise<void> = Promise.resolve();
  const status: WatchStatus = { way: "idle", failing: null };
  const report = (error: unknown): void => {
    try {
      options.onError?.(error instanceof Error ? error : new Error(String(error)));
    } catch {
      // The callback's own mistake must not end the feed.
    }
  };
  const telling = new Telling(report);
  const trouble = (error: unknown): void => {
    const text = errorText(error);
    if (status.failing === text) return;
    status.failing = text;
    report(error);
  };

  async function run(signal: AbortSignal): Promise<void> {
    const known = Known.of(db, writer);
    const tell = (change: StoreChange): void => {
      if (!signal.aborted) telling.tell(change);
    };
    /** By way: why it was refused last. */
    const refusals = new Map<object, string>();
    let tryStreams = facts.changeStreams;
    while (!signal.aborted) {
      for (const way of tryStreams ? streamWays : []) {
        if (signal.aborted) return;
        try {
          await pushed(way, { known, tell, signal });
        } catch (error) {
          // This way is closed; the next one needs fewer rights.
          const text = String(error);
          if (refusals.get(way) !== text) report(error);
          refusals.set(way, text);
        }
      }
      if (signal.aborted) return;
      status.way = "polled";
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), retryStreams);
      const until = AbortSignal.any([signal, patience.signal]);
      await followPolled(feedOf(watchedCollections, { known, tell, signal: until }), pollInterval);
      clearTimeout(timer);
      tryStreams = facts.topology !== "stand-alone";
    }
  }

  /** Until the signal: by one change stream for each of the lists. Rejects when one of them is refused. */
  async function pushed(lists: readonly (readonly Watched[])[], session: Session): Promise<void> {
    const stop = new AbortController();
    const signal = AbortSignal.any([session.signal, stop.signal]);
    const silent = new Set(lists);
    const feeds = lists.map(async (collections) => {
      const opened = (): void => {
        silent.delete(collections);
        if (silent.size === 0) status.way = "pushed";
      };
      await followPushed(feedOf(collections, { ...session, signal }, opened));
    });
    try {
      await Promise.all(feeds);
    } finally {
      stop.abort();
      // What the next way knows begins where the last of these ended.
      await Promise.allSettled(feeds);
    }
  }

  const feedOf = (
    collections: readonly Watched[],
    { known, tell, signal }: Session,
    opened: () => void = () => undefined,
  ): Feed => ({
    db,
    collections,
    state: known.only(collections),
    signal,
    tell,
    healthy: () => {
      if (signal.aborted) return;
      status.failing = null;
      opened();
    },
    trouble,
  });

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
    telling.drop();
  };

  return {
    watch: (listener) => {
      // A wrapper, so that one function may listen twice.
      const own = (changes: StoreChange[]): void => {
        listener(changes);
      };
      telling.listeners.add(own);
      if (running === null) start();
      return () => {
        if (telling.listeners.delete(own) && telling.listeners.size === 0) end();
      };
    },
    willRemove: (collection, id) => {
      telling.willRemove(collection, id);
    },
    status: () => ({ ...status }),
    close: async () => {
      telling.listeners.clear();
      end();
      await ending;
    },
  };
}
