import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { batchOf, frameMaker, listOf, stateRow } from "../contract/samples.ts";
import { openEmbeddedStore } from "./open.ts";
import { applicationId, migrations } from "./schema.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-migration-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, "stationmaster.db");

/** A database as the first version left it, with a frame, a sample and a document. */
function writeFirstVersion(id: string): void {
  const db = new DatabaseSync(file());
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA application_id = ${applicationId};
    CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT;
    INSERT INTO migrations VALUES (1, 'first', '2026-01-01');
    ${migrations[0]?.sql ?? ""}
    INSERT INTO names VALUES (1, 'CS-1'), (2, 'CS-1/1'), (3, '1.6J'), (4, 'Heartbeat'), (5, 'CS-1#1');
    INSERT INTO frames VALUES (1, '${id}', 1000.5, 1, 2, 3, 1, 4, 'm1', 3, NULL, NULL, 'Timeout', NULL, NULL, 1, 0, 'raw');
    INSERT INTO spans VALUES (0, 1000.5, 1000.5, 1);
    INSERT INTO series VALUES (1, 1, 1, 'Voltage', NULL, NULL, 'V', 'Sample.Periodic');
    INSERT INTO samples VALUES (1, 1000, 1, 5, '[1,230.5]');
    INSERT INTO documents VALUES ('stations', 'CS-1', '{"id":"CS-1"}');
  `);
  db.close();
}

it("brings the data of the first version along", async () => {
  const frame = frameMaker(1000);
  const old = frame({ writer: "unknown", at: 1000.5, raw: "raw", error: "Timeout" });
  writeFirstVersion(old.id);
  for (let round = 0; round < 2; round++) {
    const store = await openEmbeddedStore(folder);
    expect(await store.frames.get(old.id)).toEqual({ ...old, answer: null });
    const then = { from: 1000, to: 1001 };
    expect((await listOf(store.frames.stream(then))).map(({ id }) => id)).toEqual([old.id]);
    expect(await store.frames.count({ ...then, stations: ["CS-1"], errors: true })).toBe(1);
    expect(await listOf(store.samples.stream({}))).toMatchObject([{ value: 230.5 }]);
    expect(await store.documents.list("stations")).toEqual([
      { collection: "stations", id: "CS-1", value: { id: "CS-1" }, owner: null },
    ]);
    expect(await listOf(store.states.stream())).toHaveLength(round);
    await store.states.put([stateRow({ station: "CS-1" })]);
    expect(await store.writers("all")).toHaveLength(round);
    const newer = frame({ writer: "new/1" });
    await store.append(batchOf({ writer: "new/1", number: round + 1, frames: [newer] }));
    expect((await store.frames.get(newer.id))?.writer).toBe("new/1");
    expect(await store.frames.count({})).toBe(round + 2);
    await store.close();
  }
});

it("says beforehand that it takes a while, where it does", async () => {
  const { id } = frameMaker(1000)();
  writeFirstVersion(id);
  const told: string[] = [];
  const tell = (text: string): number => told.push(text);
  await (await openEmbeddedStore(folder, { tell })).close();
  expect(told).toEqual([]);
  const db = new DatabaseSync(file());
  db.exec("UPDATE frames SET n = 3000000; DELETE FROM migrations WHERE version > 2");
  db.exec("DROP TABLE short_spans; DROP INDEX frames_failed_by_station; DROP TABLE station_states");
  db.close();
  await (await openEmbeddedStore(folder, { tell })).close();
  expect(told).toEqual([expect.stringMatching(/stationmaster.db from schema 2 to 4, once: 3000000 frames/)]);
  await (await openEmbeddedStore(folder, { tell })).close();
  expect(told).toHaveLength(1);
});

it("says nothing where it takes no time, whatever there is", async () => {
  await (await openEmbeddedStore(folder)).close();
  const db = new DatabaseSync(file());
  db.exec(
    "INSERT INTO frames VALUES (3000000, 'x', 1, 1, 1, 1, 1, 1, 'm', 3, NULL, NULL, '', '', '', 1, 0, 'raw', 1)",
  );
  db.exec("DROP TABLE station_states; DELETE FROM migrations WHERE version = 4");
  db.close();
  const told: string[] = [];
  const store = await openEmbeddedStore(folder, { tell: (text) => told.push(text) });
  expect(await listOf(store.states.stream())).toEqual([]);
  await store.close();
  expect(told).toEqual([]);
});

it("is all there or not at all", async () => {
  const old = frameMaker(1000)();
  writeFirstVersion(old.id);
  const db = new DatabaseSync(file());
  // In the way of the last table that the migration makes.
  db.exec("CREATE TABLE history (x)");
  db.close();
  await expect(openEmbeddedStore(folder)).rejects.toThrow("history");
  const again = new DatabaseSync(file());
  expect(again.prepare("SELECT count(*) AS count FROM pragma_table_info('frames')").get()).toEqual({
    count: 18,
  });
  expect(again.prepare("SELECT max(version) AS version FROM migrations").get()).toEqual({ version: 1 });
  again.exec("DROP TABLE history");
  again.close();
  const store = await openEmbeddedStore(folder);
  expect(await store.frames.count({})).toBe(1);
  await store.close();
});
