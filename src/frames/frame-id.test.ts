import { describe, expect, it } from "vitest";
import { FrameIdSequence, frameIdTime, newFrameId } from "./frame-id.ts";

describe("frame ids", () => {
  it("are 26 characters of Crockford's base 32 that carry their time", () => {
    const id = new FrameIdSequence().next(1_469_918_176_385.75);
    expect(id).toMatch(/^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(frameIdTime(id)).toBe(1_469_918_176_385);
  });

  it("ascend while the clock stands still, creeps and jumps back", () => {
    const ids = new FrameIdSequence();
    const times = Array.from(
      { length: 50_000 },
      (_, i) => 1e12 + Math.floor(i / 5000) - (i > 40_000 ? 1e9 : 0),
    );
    const made = times.map((at) => ids.next(at));
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
  });

  it("carry over when the random part is used up", () => {
    const ids = new FrameIdSequence("01ARYZ6S41" + "0".repeat(8) + "Z".repeat(8));
    expect(ids.next(0)).toBe("01ARYZ6S41" + "00000001" + "0".repeat(8));
    const full = new FrameIdSequence("01ARYZ6S41" + "Z".repeat(16));
    expect(full.next(0).slice(0, 10)).toBe("01ARYZ6S42");
  });

  it("go on after a given id even when the clock is behind it", () => {
    const last = new FrameIdSequence().next(2e12);
    const ids = new FrameIdSequence(last);
    expect(ids.next(1e12) > last).toBe(true);
    expect(() => new FrameIdSequence("not an id")).toThrow(RangeError);
  });

  it("of the process-wide function are unique and ascending", () => {
    const made = Array.from({ length: 1000 }, () => newFrameId());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(1000);
  });

  it("know what is not an id", () => {
    for (const text of ["", "01ARYZ6S41", "8" + "0".repeat(25), "0".repeat(25) + "U", "0".repeat(25) + "a"])
      expect(frameIdTime(text)).toBeNull();
    expect(frameIdTime("7" + "Z".repeat(25))).toBe(2 ** 48 - 1);
  });
});
