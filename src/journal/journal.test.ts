import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../store/embedded/open.ts";
import type { Batch } from "../store/store.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { Journal } from "./journal.ts";
import { keepInMemory } from "./memory.ts";
import type { RecordStart } from "./recorder.ts";
import { MoodyHome, turn, until } from "./testing/moody-home.ts";

const start: RecordStart = {
  station: "CS-1",
  connection: "CS-1/1",
  dialect: "1.6J",
  direction: "out",
  kind: "call",
  raw: '[2,"1","Heartbeat",{}]',
};

const fast = { linger: 1, retry: { first: 1, longest: 4 } };

describe("the journal", () => {
  it("numbers and stamps at once, and counts bytes as on the wire", () => {
    let now = 1000.5;
    const journal = new Journal({ store: null, now: () => now });
    const first = journal.record({ ...start, raw: '"é😀"' });
    now = 999;
    const second = journal.record({ ...start, marks: ["crafted"] });
    expect(first).toMatchObject({ at: 1000.5, size: 8, action: null, pair: null, issues: [], marks: [] });
    expect(second).toMatchObject({ at: 999, marks: ["crafted"] });
    expect(second.id > first.id).toBe(true);
  });

  it("keeps a lone surrogate as what goes over the wire for it", () => {
    const journal = new Journal({ store: null, now: () => 0 });
    expect(journal.record({ ...start, raw: "a\ud800b" }).raw).toBe("a\ufffdb");
  });

  it("delivers completed records at the end of the turn, in order, to all subscribers", async () => {
    const journal = new Journal({ store: null, now: () => 0 });
    const seen: FrameRecord[][] = [];
    const leave = journal.subscribe((frames) => seen.push([...frames]));
    const memory = keepInMemory(journal);
    const request = journal.record(start);
    request.action = "Heartbeat";
    await Promise.resolve();
    const answer = journal.record(start);
    answer.pair = request.id;
    expect(seen).toEqual([]);
    await journal.flush();
    expect(seen).toEqual([[request, answer]]);
    expect(memory.answerTo(request.id)).toBe(answer);
    expect(memory.get(request.id)).toBe(request);
    leave();
    journal.record(start);
    await journal.flush();
    expect(seen).toHaveLength(1);
    expect(memory.frames).toHaveLength(3);
    expect(journal.status()).toMatchObject({ pending: 0, stored: 3, failing: null });
  });

  it("goes on when a subscriber throws, and warns", async () => {
    const journal = new Journal({ store: null, now: () => 0 });
    const warnings: Error[] = [];
    const hear = (warning: Error): void => void warnings.push(warning);
    process.on("warning", hear);
    journal.subscribe(() => {
      throw new Error("broken listener");
    });
    const memory = keepInMemory(journal);
    journal.record(start);
    await journal.flush();
    await until(() => warnings.length > 0);
    process.off("warning", hear);
    expect(memory.frames).toHaveLength(1);
    expect(warnings[0]?.message).toBe("broken listener");
  });

  it("stores in order, in batches that obey both limits", async () => {
    const store = new MoodyHome();
    const journal = new Journal({
      store: store.asStore(),
      now: () => 0,
      maxBatch: 10,
      maxBatchBytes: 100,
      ...fast,
    });
    const sizes = [40, 40, 40, 500, 1, ...Array.from({ length: 25 }, () => 1)];
    const made = sizes.map((size) => journal.record({ ...start, raw: "x".repeat(size) }).id);
    await journal.flush();
    expect(store.frames.map((f) => f.id)).toEqual(made);
    expect(store.batches.map((batch) => batch.frames.length)).toEqual([2, 1, 1, 10, 10, 6]);
  });

  it("tells of batches when the store has them, each once, whatever the listeners do", async () => {
    const store = new MoodyHome();
    const journal = new Journal({ store: store.asStore(), now: () => 0, ...fast });
    const told: Batch[] = [];
    const leave = journal.subscribeStored((batch) => told.push(batch));
    const warnings: Error[] = [];
    const hear = (warning: Error): void => void warnings.push(warning);
    process.on("warning", hear);
    const end = journal.subscribeStored(() => {
      throw new Error("broken listener of batches");
    });
    store.fails = "away";
    journal.record(start);
    await until(() => store.attempts > 1);
    expect(told).toEqual([]);
    store.fails = null;
    await journal.flush();
    expect(told).toEqual(store.batches);
    expect(told).toHaveLength(1);
    await until(() => warnings.length > 0);
    process.off("warning", hear);
    expect(warnings[0]?.message).toBe("broken listener of batches");
    leave();
    end();
    journal.record(start);
    await journal.flush();
    expect(told).toHaveLength(1);
    expect(store.batches).toHaveLength(2);
  });

  it("does not deliver later because the store is slow", async () => {
    const store = new MoodyHome();
    const journal = new Journal({ store: store.asStore(), now: () => 0, ...fast });
    const memory = keepInMemory(journal);
    store.hang();
    for (let i = 0; i < 5; i++) {
      journal.record(start);
      await turn();
      await turn();
    }
    expect(memory.frames).toHaveLength(5);
    expect(journal.status()).toMatchObject({ pending: 5, stored: 0 });
    store.release();
    await journal.flush();
    expect(journal.status()).toMatchObject({ pending: 0, stored: 5, failing: null });
  });

  it("keeps what a failing store refuses, says so, and writes all of it once it can", async () => {
    const store = new MoodyHome();
    const journal = new Journal({
      store: store.asStore(),
      now: () => 0,
      pendingAlarm: 30,
      maxBatch: 7,
      ...fast,
    });
    store.fails = "database or disk is full";
    const made: string[] = [];
    for (let i = 0; i < 20; i++) made.push(journal.record(start).id);
    await until(() => store.attempts > 3);
    expect(journal.status()).toMatchObject({ pending: 20, stored: 0, failing: "database or disk is full" });
    for (let i = 0; i < 10; i++) made.push(journal.record(start).id);
    expect(journal.status().failing).toBe(
      "database or disk is full; 30 records wait in memory (alarm at 30)",
    );
    store.fails = null;
    await journal.flush();
    expect(store.frames.map((f) => f.id)).toEqual(made);
    expect(journal.status()).toMatchObject({ pending: 0, stored: 30, failing: null });
  });

  it("repeats a batch as it was", async () => {
    const store = new MoodyHome();
    const journal = new Journal({ store: store.asStore(), now: () => 0, ...fast });
    const seen: Batch[] = [];
    const append = store.append.bind(store);
    store.append = (batch) => {
      seen.push(batch);
      return append(batch);
    };
    store.fails = "away";
    journal.record(start);
    await until(() => store.attempts === 1);
    journal.record(start);
    await until(() => store.attempts > 2);
    store.fails = null;
    await journal.flush();
    expect(seen[2]).toBe(seen[0]);
    expect(seen[0]?.frames).toHaveLength(1);
  });

  it("closes with everything stored, and counts what comes too late", async () => {
    const store = new MoodyHome();
    const journal = new Journal({ store: store.asStore(), now: () => 0, linger: 60_000 });
    journal.record(start);
    await journal.close();
    expect(store.frames).toHaveLength(1);
    journal.record(start);
    expect(journal.status().failing).toMatch(/^1 records came after the journal was closed/);
  });

  it("says how many records are lost when it must close on a failing store", async () => {
    const store = new MoodyHome();
    const journal = new Journal({ store: store.asStore(), now: () => 0, closeTimeout: 20, ...fast });
    store.fails = "gone";
    journal.record(start);
    journal.record(start);
    await expect(journal.close()).rejects.toThrow("2 records could not be stored: gone");
    const attempts = store.attempts;
    for (let i = 0; i < 50; i++) await turn();
    expect(store.attempts).toBe(attempts);
  });

  describe("on an embedded store", () => {
    let folder = "";
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it("goes on after the newest id even when the clock was set back", async () => {
      folder = await mkdtemp(join(tmpdir(), "stationmaster-journal-"));
      const store = await openEmbeddedStore(folder);
      const before = await Journal.open({ store, now: () => 2e12 });
      const old = before.record(start);
      await before.close();
      const after = await Journal.open({ store, now: () => 1e12 });
      const young = after.record({ ...start, raw: "later" });
      await after.flush();
      expect(young.id > old.id).toBe(true);
      const page = await store.frames.query({ after: old.id }, { limit: 5 });
      expect(page.items).toEqual([{ ...young, answer: null }]);
      await after.close();
      await store.close();
    });
  });
});
