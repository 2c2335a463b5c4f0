import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { frameIdTime, newFrameId } from "../../frames/frame-id.ts";
import { batchOf, frameMaker, listOf, sampleRow } from "../contract/samples.ts";
import { inMemory } from "./testing/in-memory.ts";
import { Appender } from "./append.ts";
import { openEmbeddedStore } from "./open.ts";
import { packBatch } from "./pack-batch.ts";
import { Writers, listWriters } from "./writers.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-identity-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is entered when the store opens, before anything is written", async () => {
  const ulid = newFrameId();
  const identity = { writer: `garage/${ulid}`, name: "garage", folder: "f-1" };
  const store = await openEmbeddedStore(folder, { identity });
  expect(store.home).toEqual({
    kind: "embedded",
    place: folder,
    version: expect.stringMatching(/^3\./),
    changes: "none",
    warnings: [],
  });
  expect(await store.writers()).toEqual([
    {
      ...identity,
      host: hostname(),
      pid: process.pid,
      startedAt: frameIdTime(ulid),
      seenAt: expect.any(Number),
      endedAt: null,
      batch: 0,
    },
  ]);
  await store.close();
});

it("may be left out by whoever only reads", async () => {
  const store = await openEmbeddedStore(folder);
  expect(await store.writers()).toEqual([]);
  await store.documents.put("stations", "a", 1, { by: "cli" });
  expect(await store.documents.list("stations")).toMatchObject([{ owner: null }]);
  expect(await listOf(store.history.stream({}))).toMatchObject([{ writer: "", by: "cli" }]);
  await store.close();
});

it.each(["samples", "writers"])(
  "keeps nothing of a batch, nor its number, when SQLite refuses something in %s",
  (table) => {
    const db = inMemory();
    const appender = new Appender(db, new Writers(db, null));
    const frame = frameMaker();
    const batch = batchOf({ writer: "w/1", number: 1, frames: [frame()], samples: [sampleRow()] });
    const rows = (sql: string): unknown =>
      db.prepare(`SELECT count(*) AS count FROM ${sql}`).get()?.["count"];
    db.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT raise(ABORT, 'no space'); END`);
    expect(() => appender.append(packBatch(batch))).toThrow("no space");
    expect(listWriters(db)).toEqual([]);
    expect([rows("frames"), rows("samples"), rows("names"), rows("series")]).toEqual([0, 0, 0, 0]);
    db.exec("DROP TRIGGER broken");
    expect(appender.append(packBatch(batch))).toBe(1);
    expect(appender.append(packBatch(batch))).toBe(0);
    expect(listWriters(db)).toMatchObject([{ writer: "w/1", name: "w", batch: 1 }]);
    // What was numbered before the rollback was numbered again.
    expect(rows("frames f JOIN names s ON s.no = f.station JOIN names w ON w.no = f.writer")).toBe(1);
    expect(rows("samples m JOIN series r ON r.no = json_extract(m.readings, '$[0]')")).toBe(1);
    db.close();
  },
);

it("keeps a frame once that comes in two batches", async () => {
  const store = await openEmbeddedStore(folder);
  const frame = frameMaker();
  const first = frame();
  await store.append(batchOf({ frames: [first] }));
  await store.append(batchOf({ frames: [first, frame()], samples: [sampleRow()] }));
  expect(await store.frames.count({})).toBe(2);
  expect(await listOf(store.samples.stream({}))).toHaveLength(1);
  await store.close();
});

it("writes documents and their history together or not at all", async () => {
  const store = await openEmbeddedStore(folder);
  await store.documents.put("stations", "a", 1, { by: "api" });
  const db = new DatabaseSync(join(folder, "stationmaster.db"));
  db.exec("CREATE TRIGGER broken BEFORE INSERT ON history BEGIN SELECT raise(ABORT, 'no space'); END");
  await expect(store.documents.put("stations", "a", 2, { by: "api" })).rejects.toThrow("no space");
  await expect(store.documents.remove("stations", "a", { by: "api" })).rejects.toThrow("no space");
  expect(await store.documents.list("stations")).toMatchObject([{ value: 1 }]);
  db.exec("DROP TRIGGER broken");
  db.close();
  await store.documents.put("stations", "a", 2, { by: "api" });
  expect(await store.documents.list("stations")).toMatchObject([{ value: 2 }]);
  await store.close();
});
