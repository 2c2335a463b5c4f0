import type { Db } from "mongodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { StoreChange } from "../../store.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { startMongo } from "../testing/server.ts";
import type { MongoServer } from "../testing/server.ts";
import { openTestHome } from "./testing/fill.ts";
import type { TestHome } from "./testing/fill.ts";
import { createWatcher } from "./watch.ts";
import type { Watcher, WatchOptions } from "./watch.ts";

const patience = { timeout: 40_000, interval: 50 };
const unchecked = { bypassDocumentValidation: true } as const;

async function put(db: Db, collection: string, id: string, writer: string, part: object = {}): Promise<void> {
  await db
    .collection<{ _id: string }>(collection)
    .updateOne(
      { _id: id },
      { $set: { writer, ...part }, $currentDate: { changedAt: true } },
      { upsert: true, ...unchecked },
    );
}

async function remove(db: Db, collection: string, id: string): Promise<void> {
  await db.collection<{ _id: string }>(collection).deleteOne({ _id: id });
}

const ways = [
  ["pushed", {}, true],
  ["polled", { standalone: true }, false],
] as const;

for (const [way, options, changeStreams] of ways) {
  describeWithMongo(`changes of other processes, ${way}`, { own: true }, () => {
    let server: MongoServer;
    let home: TestHome;
    const watchers: Watcher[] = [];

    beforeAll(async () => {
      server = await startMongo(options);
      home = await openTestHome(server.uri, server.database());
    });
    afterAll(async () => {
      for (const watcher of watchers) await watcher.close();
      home.guard.assertClean();
      await home.client.close();
      await server.stop();
    });

    interface Heard {
      db: Db;
      watcher: Watcher;
      told: StoreChange[];
      stop: () => void;
    }
    /** A watcher that has begun: it was heard telling of a change. */
    async function listen(part: Partial<WatchOptions> = {}): Promise<Heard> {
      const db = home.client.db(server.database(), { writeConcern: { w: "majority", journal: true } });
      for (const name of ["stations", "transactions", "runs"]) await db.createCollection(name);
      const watcher = createWatcher({
        db,
        facts: { changeStreams, topology: changeStreams ? "replica set" : "stand-alone" },
        writer: "me/1",
        pollInterval: 100,
        ...part,
      });
      watchers.push(watcher);
      const told: StoreChange[] = [];
      const stop = watcher.watch((changes) => told.push(...changes));
      let n = 0;
      await vi.waitFor(async () => {
        await put(db, "stations", `begin-${n++ % 3}`, "other/1");
        expect(told.length).toBeGreaterThan(0);
      }, patience);
      return { db, watcher, told, stop };
    }
    const has = (told: StoreChange[], change: StoreChange): void => {
      expect(told).toContainEqual(change);
    };

    it("are told, one's own are not", { timeout: 120_000 }, async () => {
      const { db, watcher, told, stop } = await listen();
      // What is asked for after a stream opened may be told before the stream counts.
      await vi.waitFor(() => {
        expect(watcher.status()).toEqual({ way, failing: null });
      }, patience);
      await put(db, "stations", "mine", "me/1");
      await put(db, "stations", "gone", "other/1");
      await put(db, "stations", "mine-gone", "other/1");
      await put(db, "transactions", "CS-1#1", "other/1");
      await put(db, "runs", "run-1", "other/1");
      await vi.waitFor(() => {
        has(told, { collection: "stations", id: "gone", action: "put" });
        has(told, { collection: "stations", id: "mine-gone", action: "put" });
        has(told, { collection: "transactions", id: "CS-1#1", action: "put" });
        has(told, { collection: "runs", id: "run-1", action: "put" });
      }, patience);
      watcher.willRemove("stations", "mine-gone");
      await remove(db, "stations", "mine-gone");
      await remove(db, "stations", "gone");
      await put(db, "transactions", "CS-1#1", "me/1", { endedAt: 5 });
      await put(db, "runs", "run-1", "other/1", { verdict: "pass" });
      await put(db, "stations", "last", "other/1");
      await vi.waitFor(() => {
        has(told, { collection: "stations", id: "gone", action: "removed" });
        has(told, { collection: "stations", id: "last", action: "put" });
        expect(told.filter(({ id }) => id === "run-1")).toHaveLength(2);
      }, patience);
      expect(told.filter(({ id }) => id === "mine")).toEqual([]);
      expect(told.filter(({ id, action }) => id === "mine-gone" && action === "removed")).toEqual([]);
      expect(told.filter(({ collection }) => collection === "transactions")).toHaveLength(1);
      stop();
      expect(watcher.status().way).toBe("idle");
    });

    it(
      "are told after the server was killed and started again, also those of that time",
      { timeout: 180_000 },
      async () => {
        const errors: Error[] = [];
        const { db, watcher, told, stop } = await listen({ onError: (error) => errors.push(error) });
        await put(db, "stations", "before", "other/1");
        // Whoever asks cannot tell that something is gone that came and went between two questions.
        await vi.waitFor(() => {
          has(told, { collection: "stations", id: "before", action: "put" });
        }, patience);
        await server.kill();
        const early = put(db, "stations", "early", "other/1");
        await server.restart();
        await early;
        await put(db, "runs", "late", "other/1");
        await remove(db, "stations", "before");
        await vi.waitFor(() => {
          has(told, { collection: "stations", id: "early", action: "put" });
          has(told, { collection: "runs", id: "late", action: "put" });
          has(told, { collection: "stations", id: "before", action: "removed" });
        }, patience);
        await vi.waitFor(() => {
          expect(watcher.status()).toEqual({ way, failing: null });
        }, patience);
        stop();
      },
    );

    it(
      "are told after the database was dropped, and what was in it is gone",
      { timeout: 120_000 },
      async () => {
        const { db, told, stop } = await listen();
        await put(db, "stations", "lost", "other/1");
        await vi.waitFor(() => {
          has(told, { collection: "stations", id: "lost", action: "put" });
        }, patience);
        await db.dropDatabase();
        await vi.waitFor(() => {
          has(told, { collection: "stations", id: "lost", action: "removed" });
        }, patience);
        await put(db, "stations", "new", "other/1");
        await vi.waitFor(() => {
          has(told, { collection: "stations", id: "new", action: "put" });
        }, patience);
        stop();
      },
    );

    it("survive a listener that throws, and say so", { timeout: 120_000 }, async () => {
      const errors: string[] = [];
      const { db, watcher, told, stop } = await listen({ onError: ({ message }) => errors.push(message) });
      const stopBad = watcher.watch(() => {
        throw new Error("bad listener");
      });
      await put(db, "stations", "x", "other/1");
      await vi.waitFor(() => {
        has(told, { collection: "stations", id: "x", action: "put" });
        expect(errors).toContain("bad listener");
      }, patience);
      stopBad();
      stop();
    });
  });
}
