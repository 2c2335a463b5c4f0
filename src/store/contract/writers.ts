import { describe, expect, it } from "vitest";
import type { Home } from "./contract.ts";
import { batchOf, frameMaker } from "./samples.ts";

export function writerContract(fresh: () => Promise<Home>): void {
  describe("writers", () => {
    it("are entered with who they are, how far they came and when they ended", async () => {
      const home = await fresh();
      const { writer, name, folder } = home.identity;
      const start = Date.now() - 60_000;
      const find = async (id: string) => (await home.store.writers("all")).find((row) => row.writer === id);
      await home.store.append(batchOf({ writer, number: 1, frames: [frameMaker()()] }));
      const first = await find(writer);
      expect(first).toMatchObject({ name, folder, pid: process.pid, endedAt: null, batch: 1 });
      expect(first?.host).not.toBe("");
      expect(first?.seenAt).toBeGreaterThanOrEqual(start);
      await home.store.append(batchOf({ writer, number: 2 }));
      await home.store.append(batchOf({ writer, number: 1 }));
      expect((await find(writer))?.batch).toBe(2);
      const again = await home.reopen();
      const ended = (await again.writers("all")).find((row) => row.writer === writer);
      expect(ended).toMatchObject({ name, folder, batch: 2 });
      expect(ended?.endedAt).toBeGreaterThanOrEqual(start);
    });

    it("are known by what their ids say when their batches are delivered by another", async () => {
      const { store } = await fresh();
      await store.append(batchOf({ writer: "gone/away/01JC0000000000000000000000", number: 7 }));
      const row = (await store.writers("all")).find(
        (one) => one.writer === "gone/away/01JC0000000000000000000000",
      );
      expect(row).toMatchObject({ name: "gone/away", batch: 7 });
    });

    it("are told by name: the last of each, or all, or some by their ids", async () => {
      const home = await fresh();
      const { writer, name } = home.identity;
      const row = { name: "lab", host: "h", pid: 1, folder: "f", seenAt: 9000, endedAt: 9000, batch: 1 };
      await home.store.append(batchOf({ writer, number: 1 }));
      await home.store.adopt({
        writers: [
          { ...row, writer: "lab/1", startedAt: 1000 },
          { ...row, writer: "lab/2", startedAt: 3000 },
          { ...row, writer: "lab/3", startedAt: 2000, folder: "g" },
          { ...row, writer: "lab/a/1", startedAt: 500, name: "lab/a" },
          { ...row, writer: "lab/a/2", startedAt: 600, name: "lab/a", endedAt: null },
          { ...row, writer: "audit/1", startedAt: 700, name: "audit-1", folder: "" },
          { ...row, writer: "audit/2", startedAt: 800, name: "audit-2", folder: "" },
          { ...row, writer: "plain", startedAt: 900, name: "plain" },
        ],
      });
      const ids = async (which?: "all" | string[]): Promise<string[]> =>
        (await home.store.writers(which)).map((one) => one.writer);
      expect(await ids()).toEqual(["lab/a/2", "audit/2", "plain", "lab/3", "lab/2", writer]);
      expect(await ids("all")).toHaveLength(9);
      expect(await ids(["lab/2", "audit/1", "nobody/1"])).toEqual(["audit/1", "lab/2"]);
      expect(await ids([])).toEqual([]);
      const again = await home.reopen();
      await again.append(batchOf({ writer: `${name}/1`, number: 1 }));
      expect((await again.writers()).filter((one) => one.name === name && one.folder !== "")).toHaveLength(1);
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
      const writers = await (await home.reopen()).writers("all");
      expect(writers).toContainEqual(row);
      expect(writers.find((one) => one.writer === "ahead/1")?.batch).toBe(50);
      const starts = writers.map((one) => one.startedAt);
      expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
    });
  });
}
