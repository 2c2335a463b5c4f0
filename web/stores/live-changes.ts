import { createEffect, on, onCleanup } from "solid-js";
import type { Collection } from "../api/live.ts";
import type { Live } from "./live.ts";

export interface Follow {
  live: Pick<Live, "on" | "opened">;
  collection: Collection;
  /** Fetches anew what is shown. */
  look: () => Promise<void>;
  /** Shortest time between two looks, ms. */
  pause?: number;
  /** A look without being told, so often (ms), in case something was not told; null for none. */
  fallback?: number | null;
}

/**
 * Looks anew when the server tells that the collection changed, and with each new link, which may have missed something.
 * While the page is hidden it waits; one look at a time. Belongs under a component or root, and ends with it.
 */
export function followChanges({ live, collection, look, pause = 1000, fallback = 30_000 }: Follow): void {
  let due = false;
  let looking = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lookOnce = async (): Promise<void> => {
    looking = true;
    try {
      await look();
    } catch {
      // Whoever looks says so; the next look is another try.
    }
    looking = false;
    next();
  };
  const next = (): void => {
    if (stopped || !due || looking || timer !== undefined || document.visibilityState === "hidden") return;
    due = false;
    // Before the look, so that a slow answer does not add to the pause.
    timer = setTimeout(() => {
      timer = undefined;
      next();
    }, pause);
    void lookOnce();
  };
  const want = (): void => {
    due = true;
    next();
  };

  const stop = live.on((message) => {
    if (message.type === "changes" && message.collections.includes(collection)) want();
  });
  createEffect(on(live.opened, want, { defer: true }));
  const slow = fallback === null ? undefined : setInterval(want, fallback);
  document.addEventListener("visibilitychange", next);

  onCleanup(() => {
    stopped = true;
    stop();
    clearTimeout(timer);
    clearInterval(slow);
    document.removeEventListener("visibilitychange", next);
  });
}
