import { describe, expect, it } from "vitest";
import type { FrameRecord } from "../../frames/frame.ts";
import type { Home } from "./contract.ts";
import { batchOf, frameMaker } from "./samples.ts";
import type { FrameQuery, Store } from "../store.ts";

async function append(store: Store, frames: FrameRecord[]): Promise<void> {
  await store.append(batchOf({ frames }));
}

/** Ids of all pages; `between` runs after each page. */
async function pages(
  store: Store,
  query: FrameQuery,
  order: "newest" | "oldest",
  limit: number,
  between: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await store.frames.query(query, {
      limit,
      order,
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next;
    await between();
  }
  return ids;
}

export function pagingContract(fresh: () => Promise<Home>): void {
  describe("paging and streaming frames", () => {
    it("gives every frame once in both orders, for any page size", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const frames = Array.from({ length: 41 }, (_, i) => frame({ station: `CS-${i % 2}` }));
      await append(store, frames);
      const ids = frames.map((f) => f.id);
      for (const limit of [1, 10, 40, 41, 42]) {
        expect(await pages(store, {}, "oldest", limit)).toEqual(ids);
        expect(await pages(store, {}, "newest", limit)).toEqual(ids.toReversed());
      }
      const even = ids.filter((_, i) => i % 2 === 0);
      expect(await pages(store, { stations: ["CS-0"] }, "newest", 7)).toEqual(even.toReversed());
      expect(await pages(store, { text: "heart" }, "oldest", 7)).toEqual(ids);
    });

    it("keeps cursors stable while new frames arrive", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const frames = Array.from({ length: 60 }, () => frame());
      await append(store, frames);
      const ids = frames.map((f) => f.id);
      const more = async (): Promise<void> => append(store, [frame(), frame()]);
      expect(await pages(store, {}, "newest", 10, more)).toEqual(ids.toReversed());
      expect(await pages(store, { text: "heartbeat" }, "newest", 13, more)).toHaveLength(72);
    });

    it("names a wrong cursor and a wrong limit", async () => {
      const { store } = await fresh();
      for (const cursor of ["nonsense", "", "-1", "1e3"])
        await expect(store.frames.query({}, { limit: 1, cursor })).rejects.toMatchObject({ field: "cursor" });
      await expect(store.samples.query({}, { limit: 1, cursor: "?" })).rejects.toMatchObject({
        field: "cursor",
      });
      await expect(store.transactions.query({}, { limit: 1, cursor: "W10" })).rejects.toMatchObject({
        field: "cursor",
      });
      for (const limit of [0, -1, 1.5, NaN, 1e9])
        await expect(store.frames.query({}, { limit })).rejects.toMatchObject({ field: "limit" });
    });

    it("streams what was there at the start, in order, also while more is recorded", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      const frames = Array.from({ length: 1700 }, () => frame());
      await append(store, frames);
      const seen: string[] = [];
      for await (const row of store.frames.stream({})) {
        seen.push(row.id);
        if (seen.length % 500 === 0) await append(store, [frame(), frame()]);
      }
      expect(seen).toEqual(frames.map((f) => f.id));
    });

    it("lets a consumer of a stream stop early", async () => {
      const { store } = await fresh();
      const frame = frameMaker();
      await append(
        store,
        Array.from({ length: 1200 }, () => frame()),
      );
      for (let i = 0; i < 5; i++) {
        let seen = 0;
        for await (const _row of store.frames.stream({ text: "heart" })) {
          seen += 1;
          if (seen === 3) break;
        }
        expect(seen).toBe(3);
      }
      await append(store, [frame()]);
      expect(await store.frames.count({})).toBe(1201);
    });
  });
}
