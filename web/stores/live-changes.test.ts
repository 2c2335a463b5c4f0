import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { scriptedLive } from "../testing/app.tsx";
import { followChanges, type Follow } from "./live-changes.ts";

describe("following changes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  function start(part: Partial<Follow> = {}) {
    const live = scriptedLive();
    const [opened, setOpened] = createSignal(0);
    const looks: PromiseWithResolvers<void>[] = [];
    const stop = createRoot((dispose) => {
      followChanges({
        live: { ...live, opened },
        collection: "runs",
        look: () => {
          const look = Promise.withResolvers<void>();
          looks.push(look);
          return look.promise;
        },
        ...part,
      });
      return dispose;
    });
    onTestFinished(stop);
    const tell = (collection: "runs" | "transactions") =>
      live.say({ type: "changes", collections: [collection], items: null });
    const answer = async () => {
      looks.at(-1)?.resolve();
      await vi.advanceTimersByTimeAsync(0);
    };
    return { looks, tell, answer, setOpened, stop };
  }

  it("looks when it is told of its collection, and not of another", () => {
    const { looks, tell } = start();
    tell("transactions");
    expect(looks).toHaveLength(0);
    tell("runs");
    expect(looks).toHaveLength(1);
  });

  it("looks once for all that it is told meanwhile: after the answer and the pause", async () => {
    const { looks, tell, answer } = start({ pause: 1000 });
    for (let i = 0; i < 9; i++) tell("runs");
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toHaveLength(1);
    await answer();
    expect(looks).toHaveLength(2);
    await answer();
    tell("runs");
    await vi.advanceTimersByTimeAsync(999);
    expect(looks).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(3);
  });

  it("looks with each new link, and now and then without being told", async () => {
    const { looks, answer, setOpened, stop } = start({ fallback: 30_000 });
    setOpened(1);
    expect(looks).toHaveLength(1);
    await answer();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(looks).toHaveLength(2);
    await answer();
    stop();
    setOpened(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(2);
  });

  it("goes on after a look that failed", async () => {
    const { looks, tell } = start();
    tell("runs");
    looks[0]?.reject(new Error("away"));
    await vi.advanceTimersByTimeAsync(1000);
    tell("runs");
    expect(looks).toHaveLength(2);
  });

  it("waits while the page is hidden", () => {
    const { looks, tell } = start();
    const state = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    tell("runs");
    expect(looks).toHaveLength(0);
    state.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(looks).toHaveLength(1);
  });
});
