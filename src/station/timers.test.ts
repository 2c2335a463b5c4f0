import { expect, it } from "vitest";
import { VirtualClock } from "./testing/virtual-clock.ts";
import type { Clock } from "./clock.ts";
import { Timers } from "./timers.ts";

/** A clock that can be set back, by ms. */
function settable(): { clock: Clock; time: VirtualClock; setBack: (ms: number) => void } {
  const time = new VirtualClock(10_000);
  let back = 0;
  const clock: Clock = {
    now: () => time.now() - back,
    setTimer: (at, fire) => time.setTimer(at + back, fire),
  };
  return { clock, time, setBack: (ms) => (back += ms) };
}

it("fires once under each name, the last that was set", () => {
  const { clock, time } = settable();
  const fired: string[] = [];
  const timers = new Timers(clock, (name) => fired.push(`${name} ${timers.now()}`));
  timers.set("a", 11_000);
  timers.set("b", 12_000);
  timers.set("a", 13_000);
  time.advance(5000);
  expect(fired).toEqual(["b 12000", "a 13000"]);
  expect(time.pending).toBe(0);
});

it("goes on from a time that the clock has not reached yet, and waits no longer for it", () => {
  const { clock, time } = settable();
  const fired: string[] = [];
  const timers = new Timers(clock, (name) => fired.push(`${name} ${timers.now()}`));
  timers.goOnFrom(3_610_000);
  expect(timers.now()).toBe(3_610_000);
  timers.set("a", 3_613_000);
  time.advance(3000);
  expect(fired).toEqual(["a 3613000"]);
});

it("fires none that was cancelled, and sets the same name again from within", () => {
  const { clock, time } = settable();
  let count = 0;
  const timers = new Timers(clock, (name) => {
    count += 1;
    if (count < 3) timers.set(name, timers.now() + 1000);
  });
  timers.set("again", 11_000);
  timers.set("never", 11_000);
  timers.cancel("never");
  time.advance(10_000);
  expect(count).toBe(3);
  timers.set("x", 21_000);
  timers.set("y", 22_000);
  timers.cancelAll();
  expect(time.pending).toBe(0);
});

it("goes on when the clock is set back, and waits as long as it was to wait", () => {
  const { clock, time, setBack } = settable();
  const fired: number[] = [];
  const timers = new Timers(clock, () => fired.push(timers.now()));
  expect(timers.now()).toBe(10_000);
  setBack(4000);
  expect(timers.now()).toBe(10_000);
  timers.set("a", 11_000);
  time.advance(999);
  expect(fired).toEqual([]);
  time.advance(1);
  expect(fired).toEqual([11_000]);
});

it("is never before the moment of a timer that the system fires early", () => {
  const clock: Clock = {
    now: () => 4999.7,
    setTimer: (_, fire) => {
      fire();
      return () => undefined;
    },
  };
  const fired: number[] = [];
  const timers = new Timers(clock, () => fired.push(timers.now()));
  timers.set("a", 5000);
  expect(fired).toEqual([5000]);
});
