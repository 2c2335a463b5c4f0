import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, frame } from "../testing/frame.ts";
import { Ring } from "./ring.ts";

const ids = (ring: Ring): number[] =>
  Array.from({ length: ring.count }, (_, index) => Number(ring.at(index)?.id));

describe("ring", () => {
  it("keeps each frame once and in order, whatever order they come in", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 }))), (batches) => {
        const ring = new Ring(1000);
        for (const batch of batches) ring.add(batch.map((n) => frame(n)));
        expect(ids(ring)).toEqual([...new Set(batches.flat())].sort((a, b) => a - b));
      }),
    );
  });

  it("tells a request of its answer, also when the answer itself is not kept", () => {
    const ring = new Ring(10);
    ring.add([frame(1), frame(2)]);
    ring.add([answer(3, 1)]);
    expect(ring.note(answer(4, 2, { kind: "callError", error: "InternalError" }))).toBe(true);
    expect(ring.at(0)?.answer).toMatchObject({ kind: "callResult", latency: 12 });
    expect(ring.at(1)?.answer).toMatchObject({ error: "InternalError" });
  });

  it("keeps the first answer when there are two", () => {
    const ring = new Ring(10);
    ring.add([frame(1), answer(2, 1), answer(3, 1, { latency: 99 })]);
    expect(ring.get(frame(1).id)?.answer?.latency).toBe(12);
  });

  it("drops the oldest when it is full, and forgets their ids", () => {
    const ring = new Ring(100);
    ring.add(Array.from({ length: 106 }, (_, n) => frame(n + 1)));
    expect(ring.trim()).toBe(6);
    expect(ring.count).toBe(100);
    expect(ring.get(frame(6).id)).toBeUndefined();
    expect(ring.indexOf(frame(7).id)).toBe(0);
  });
});
