import { describe, expect, it } from "vitest";
import { realClock } from "./clock.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";

describe("VirtualClock", () => {
  it("fires in order of time, then of setting, and shows each its own time", () => {
    const clock = new VirtualClock(1000);
    const fired: [string, number][] = [];
    const note = (name: string) => () => fired.push([name, clock.now()]);
    clock.setTimer(1300, note("late"));
    clock.setTimer(1100, note("first"));
    clock.setTimer(1100, note("second"));
    clock.setTimer(900, note("past"));
    clock.setTimer(1200, () => clock.setTimer(1250, note("set on the way")));
    clock.advance(299);
    expect(fired).toEqual([
      ["past", 1000],
      ["first", 1100],
      ["second", 1100],
      ["set on the way", 1250],
    ]);
    expect(clock.now()).toBe(1299);
    expect(clock.next).toBe(1300);
    clock.advance(1);
    expect(fired.at(-1)).toEqual(["late", 1300]);
    expect(clock.pending).toBe(0);
  });

  it("does not fire what was cancelled, even by a timer of the same time", () => {
    const clock = new VirtualClock(0);
    const fired: string[] = [];
    clock.setTimer(10, () => cancel());
    const cancel = clock.setTimer(10, () => fired.push("cancelled"));
    clock.advance(100);
    expect(fired).toEqual([]);
  });
});

describe("realClock", () => {
  it("tells wall-clock time and never runs back while read in a row", () => {
    const times = Array.from({ length: 1000 }, () => realClock.now());
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(Math.abs((times[0] ?? 0) - Date.now())).toBeLessThan(2000);
    expect(times.some((time) => time % 1 !== 0)).toBe(true);
  });

  it("fires a timer that is past, but not within the same turn, and not a cancelled one", async () => {
    const fired: string[] = [];
    const cancel = realClock.setTimer(realClock.now(), () => fired.push("cancelled"));
    // setTimeout alone would fire this at once.
    const cancelFar = realClock.setTimer(realClock.now() + 2 ** 40, () => fired.push("far"));
    cancel();
    await new Promise<void>((resolve) => {
      realClock.setTimer(0, () => {
        fired.push("past");
        resolve();
      });
      expect(fired).toEqual([]);
    });
    cancelFar();
    expect(fired).toEqual(["past"]);
  });
});
