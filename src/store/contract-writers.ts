import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { batchOf, frameMaker } from "./contract-samples.ts";

export function writerContract(fresh: () => Promise<Home>): void {
  describe("writers", () => {
    it("are entered with who they are, how far they came and when they ended", async () => {
      const home = await fresh();
      const { writer, name, folder } = home.identity;
      const start = Date.now() - 60_000;
      const find = async (id: string) => (await home.store.writers()).find((row) => row.writer === id);
      await home.store.append(batchOf({ writer, number: 1, frames: [frameMaker()()] }));
      const first = await find(writer);
      expect(first).toMatchObject({ name, folder, pid: process.pid, endedAt: null, batch: 1 });
      expect(first?.host).not.toBe("");
      expect(first?.seenAt).toBeGreaterThanOrEqual(start);
      await home.store.append(batchOf({ writer, number: 2 }));
      await home.store.append(batchOf({ writer, number: 1 }));
      expect((await find(writer))?.batch).toBe(2);
      const again = await home.reopen();
      const ended = (await again.writers()).find((row) => row.writer === writer);
      expect(ended).toMatchObject({ name, folder, batch: 2 });
      expect(ended?.endedAt).toBeGreaterThanOrEqual(start);
    });

    it("are known by what their ids say when their batches are delivered by another", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ writer: "gone/away/01JC0000000000000000000000", number: 7 }));
      const row = (await store.writers()).find(
        (one) => one.writer === "gone/away/01JC0000000000000000000000",
      );
      expect(row).toMatchObject({ name: "gone/away", batch: 7 });
    });

    it("of another home are taken over, and none falls back", async () => {
      const home = await fresh();
      const row = {
        writer: "old/1",
        name: "old",
        host: "there",
        pid: 12,
        folder: "f",
        startedAt: 1000,
        seenAt: 2000,
        endedAt: 3000,
        batch: 40,
      };
      await home.store.append(batchOf({ writer: "ahead/1", number: 50 }));
      await home.store.adopt({ writers: [row, { ...row, writer: "ahead/1" }] });
      await home.store.append(batchOf({ writer: "old/1", number: 40, frames: [frameMaker()()] }));
      await home.store.append(batchOf({ writer: "ahead/1", number: 50, frames: [frameMaker()()] }));
      expect(await home.store.frames.count({})).toBe(0);
      const writers = await (await home.reopen()).writers();
      expect(writers).toContainEqual(row);
      expect(writers.find((one) => one.writer === "ahead/1")?.batch).toBe(50);
      const starts = writers.map((one) => one.startedAt);
      expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
    });
  });
}
