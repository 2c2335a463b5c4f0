import { createRoot } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import type { Page } from "../api/ask.ts";
import type { FrameRow } from "../api/frames.ts";
import type { Answer } from "../api/ask.ts";
import { answer, frame } from "../testing/frame.ts";
import { scriptedLive } from "../testing/app.tsx";
import { everything } from "../query/query.ts";
import { createFrames } from "./frames.ts";

type Asked = { query: string; cursor: string | undefined; give: (answer: Answer<Page<FrameRow>>) => void };

function start(options: { capacity?: number } = {}) {
  return createRoot((dispose) => {
    const live = scriptedLive();
    const asked: Asked[] = [];
    const frames = createFrames({
      api: {
        frames: (query, page) =>
          new Promise((resolve) => asked.push({ query, cursor: page.cursor, give: resolve })),
      },
      live,
      nextFrame: (run) => run(),
      ...options,
    });
    const give = async (items: FrameRow[], next: string | null = null, reached?: number): Promise<void> => {
      const page = { items, next, ...(reached === undefined ? {} : { reached }) };
      asked.at(-1)?.give({ ok: true, value: page });
      await Promise.resolve();
      await Promise.resolve();
    };
    const numbers = (): number[] =>
      Array.from({ length: frames.count() }, (_, index) => Number(frames.at(index)?.id));
    return {
      frames,
      asked,
      give,
      numbers,
      dispose,
      feed: (...items: FrameRow[]) => live.say({ type: "frames", items }),
    };
  });
}

describe("frames", () => {
  it("keeps what came live while the page was loading, without doubles", async () => {
    const { feed, give, numbers } = start();
    feed(frame(3), frame(4));
    await give([frame(3), frame(2), frame(1)]);
    expect(numbers()).toEqual([1, 2, 3, 4]);
    feed(frame(4), frame(5));
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it("leaves no gap between an older leftover and the newest page", async () => {
    const { frames, feed, give, numbers } = start();
    await give([frame(2), frame(1)], "older");
    frames.reload();
    feed(frame(12));
    await give([frame(11), frame(10)], "older");
    expect(numbers()).toEqual([10, 11, 12]);
  });

  it("loads older pages by the cursor until the end", async () => {
    const { frames, asked, give, numbers } = start();
    await give([frame(3)], "page2");
    const loading = frames.loadOlder();
    expect(asked.at(-1)?.cursor).toBe("page2");
    await give([frame(2), frame(1)]);
    await loading;
    expect(numbers()).toEqual([1, 2, 3]);
    expect(frames.atEnd()).toBe(true);
    await frames.loadOlder();
    expect(asked).toHaveLength(2);
  });

  it("goes beyond the bound of a search only when it is told to", async () => {
    const { frames, asked, give, numbers } = start();
    await give([frame(9)], "further", 5000);
    expect(frames.reached()).toBe(5000);
    await frames.loadOlder();
    expect(asked).toHaveLength(1);
    const searching = frames.searchFurther();
    expect(asked.at(-1)?.cursor).toBe("further");
    await give([], "and on", 3000);
    await searching;
    expect([frames.reached(), frames.atEnd(), numbers()]).toEqual([3000, false, [9]]);
    const last = frames.searchFurther();
    await give([frame(2)]);
    await last;
    expect([frames.reached(), frames.atEnd(), numbers()]).toEqual([null, true, [2, 9]]);
  });

  it("forgets the bound with the question, and keeps no rows that lie beyond it", async () => {
    vi.useFakeTimers();
    const { frames, give, numbers } = start();
    await give([frame(9), frame(1)]);
    frames.reload();
    await give([], "further", frame(5).at);
    expect(numbers()).toEqual([9]);
    frames.ask({ ...everything, stations: ["CP-1"] });
    expect(frames.reached()).toBeNull();
    vi.useRealTimers();
  });

  it("counts what waits while paused and lets it in on resume", async () => {
    const { frames, feed, give, numbers } = start();
    await give([frame(1)]);
    frames.pause();
    feed(frame(2), frame(3));
    expect(numbers()).toEqual([1]);
    expect(frames.buffered()).toBe(2);
    frames.resume();
    expect(numbers()).toEqual([1, 2, 3]);
    expect(frames.buffered()).toBe(0);
  });

  it("narrows at once what is loaded, then asks the server, and puts the feed through the filter", async () => {
    vi.useFakeTimers();
    const { frames, asked, feed, give, numbers } = start();
    await give([frame(2, { station: "CP-2" }), frame(1)]);
    frames.ask({ ...everything, stations: ["CP-2"] });
    expect(numbers()).toEqual([2]);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(asked.at(-1)?.query).toBe("station=CP-2");
    feed(frame(3), frame(4, { station: "CP-2" }));
    await give([frame(2, { station: "CP-2" }), frame(0, { station: "CP-2" })]);
    expect(numbers()).toEqual([0, 2, 4]);
  });

  it("pairs a request with an answer that the filter leaves out", async () => {
    vi.useFakeTimers();
    const { frames, feed, give } = start();
    await give([]);
    frames.ask({ ...everything, direction: "out" });
    vi.runAllTimers();
    vi.useRealTimers();
    await give([frame(1)]);
    feed(answer(2, 1));
    expect(frames.count()).toBe(1);
    expect(frames.at(0)?.answer?.latency).toBe(12);
  });

  it("ignores the answer to a question that is no longer asked", async () => {
    const { frames, asked, numbers } = start();
    frames.reload();
    asked[0]?.give({ ok: true, value: { items: [frame(9)], next: null } });
    await Promise.resolve();
    expect(numbers()).toEqual([]);
    expect(frames.state()).toBe("loading");
  });

  it("says what went wrong and recovers", async () => {
    const { frames, asked, give, numbers } = start();
    asked[0]?.give({ ok: false, problem: { code: "internal", message: "The disk is full." } });
    await Promise.resolve();
    await Promise.resolve();
    expect(frames.problem()?.message).toBe("The disk is full.");
    expect(frames.state()).toBe("failed");
    frames.reload();
    await give([frame(1)]);
    expect(frames.problem()).toBeNull();
    expect(numbers()).toEqual([1]);
  });
});
