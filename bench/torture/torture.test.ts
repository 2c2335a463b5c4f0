import { describe, expect, it } from "vitest";
import { guardEverything } from "../../src/store/mongodb/testing/guard/everything.ts";
import { rowDefects, torture } from "./rounds.ts";

const minutes = 60_000;

describe.each(["embedded", "mongodb"] as const)("a short torture of the %s home", (home) => {
  if (home === "mongodb") guardEverything();
  it.each(["window", "every-frame"] as const)(
    "loses nothing beyond its promise with durability %s",
    async (durability) => {
      const lines: string[] = [];
      const result = await torture({
        home,
        durability,
        rounds: 3,
        seed: 20,
        stations: 8,
        standalone: false,
        tell: (line) => lines.push(line),
      });
      expect(lines).toHaveLength(3);
      expect(result.found).toBeGreaterThan(100);
      expect([result.lost, result.doubled, result.disordered, result.invented]).toEqual([[], [], [], []]);
      expect(rowDefects(result.rows)).toEqual([]);
      expect(result.rows.samples).toBeGreaterThan(0);
      if (durability === "every-frame") expect([result.inWindow, result.heldUp]).toEqual([0, 0]);
    },
    10 * minutes,
  );
});
