import type { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, it } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { bucketSize, failedBucketSize, shortSpanSize } from "./schema.ts";
import { SpanKeeper } from "./span-keeper.ts";
import { Spans } from "./spans.ts";
import { inMemory } from "./testing/in-memory.ts";

/** Frames whose numbers begin anywhere and whose clock may jump to and fro. */
const recorded = fc.record({
  start: fc.integer({ min: 1, max: 3 * bucketSize }),
  // Each run: how many frames, from which time on, how far apart.
  runs: fc.array(
    fc.record({
      frames: fc.integer({ min: 1, max: bucketSize }),
      at: fc.integer({ min: 0, max: 50_000 }),
      apart: fc.constantFrom(0, 1, 0.5),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  batch: fc.integer({ min: 1, max: 3000 }),
  range: fc.tuple(fc.nat(6 * bucketSize), fc.nat(6 * bucketSize)),
  times: fc.record({ from: fc.nat(60_000), to: fc.nat(60_000) }, { requiredKeys: [] }),
});

function databaseOf(frames: readonly (readonly [n: number, at: number])[], batch: number): DatabaseSync {
  const db = inMemory();
  db.exec("DROP TABLE frames; CREATE TABLE frames (n INTEGER PRIMARY KEY)");
  const insert = db.prepare("INSERT INTO frames VALUES (?)");
  const keeper = new SpanKeeper(db);
  db.exec("BEGIN");
  for (let i = 0; i < frames.length; i += batch) {
    const spans = keeper.begin();
    for (const [n, at] of frames.slice(i, i + batch)) {
      insert.run(n);
      spans.add(n, at);
    }
    spans.end();
  }
  db.exec("COMMIT");
  return db;
}

it("finds the numbers of a time, however the clock jumped, without a short span too many", () => {
  fc.assert(
    fc.property(recorded, ({ start, runs, batch, range: [one, other], times }) => {
      let n = start;
      const frames = runs.flatMap(({ frames: count, at, apart }) =>
        Array.from({ length: count }, (_, i) => [n++, at + i * apart] as const),
      );
      const db = databaseOf(frames, batch);
      const range = { low: Math.min(one, other), high: Math.max(one, other) };
      const { from = -Infinity, to = Infinity } = times;
      const asked = (at: number): boolean => at >= from && at < to;
      const within = frames.filter(([no]) => no >= range.low && no <= range.high);
      const matching = within.filter(([, at]) => asked(at)).map(([no]) => no);
      const spans = new Spans(db);

      const narrowed = spans.narrow(range, times);
      if (matching.length > 0) {
        expect(narrowed?.low).toBeLessThanOrEqual(matching[0] ?? 0);
        expect(narrowed?.high).toBeGreaterThanOrEqual(matching.at(-1) ?? 0);
      }
      if (narrowed !== null && Object.keys(times).length > 0) {
        // At each end stands a short span that reaches into the time.
        for (const end of [narrowed.low, narrowed.high]) {
          const span = Math.floor(end / shortSpanSize);
          const inIt = frames.filter(([no]) => Math.floor(no / shortSpanSize) === span).map(([, at]) => at);
          expect(Math.max(...inIt) >= from && Math.min(...inIt) < to).toBe(true);
        }
      }
      for (const size of [bucketSize, failedBucketSize]) {
        const chunks = spans.chunks(range, times, size);
        const held = (no: number): number => chunks.filter(({ low, high }) => no >= low && no <= high).length;
        expect(matching.every((no) => held(no) === 1)).toBe(true);
        for (const { bucket, low, high, inside } of chunks) {
          expect([Math.floor(low / size), Math.floor(high / size)]).toEqual([bucket, bucket]);
          if (inside)
            expect(within.filter(([no]) => no >= low && no <= high).every(([, at]) => asked(at))).toBe(true);
        }
        expect(chunks.map(({ low }) => low)).toEqual(chunks.map(({ low }) => low).toSorted((a, b) => a - b));
      }
      db.close();
    }),
    repeated(30, 300),
  );
});

it("does not count a frame at the end of a time among those inside it", () => {
  const frames = Array.from({ length: 10 }, (_, i) => [i + 1, 100 + i] as const);
  const spans = new Spans(databaseOf(frames, 3));
  const inside = (to: number): boolean | undefined =>
    spans.chunks({ low: 0, high: 100 }, { from: 100, to }, bucketSize)[0]?.inside;
  expect([inside(109), inside(109.5), inside(110)]).toEqual([false, true, true]);
});

it("finds nothing where nothing is", () => {
  const spans = new Spans(databaseOf([], 1));
  expect(spans.narrow({ low: 0, high: 100 }, {})).toBeNull();
  expect(spans.chunks({ low: 0, high: 100 }, { from: 0 }, bucketSize)).toEqual([]);
});
