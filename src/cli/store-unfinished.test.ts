import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test, vi } from "vitest";
import { writeBackupFile, zipped } from "../store/backup/file.ts";
import { backupText } from "../store/backup/write.ts";
import { claimTarget } from "../store/copy/target.ts";
import { fill, newHome, openEnd } from "../store/copy/testing/homes.ts";
import { databaseOf } from "../store/mask-uri.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import type { StoreStatus } from "../store/status.ts";
import { free, newFolder, Process, run } from "./testing/process.ts";

/** How many frames a folder's database has while it is marked; null when it is not (yet, or any more). */
function marked(folder: string): number | null {
  try {
    const db = new DatabaseSync(join(folder, "stationmaster.db"), { readOnly: true });
    try {
      const found = db.prepare("SELECT 1 FROM documents WHERE collection = 'server' AND id = 'copy'").get();
      return found === undefined ? null : Number(db.prepare("SELECT count(*) AS n FROM frames").get()?.["n"]);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

test("a restore that was killed: nothing else opens the folder, status tells, and the restore goes on", async () => {
  const folder = newFolder();
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store, 30_000);
  await writeBackupFile(zipped(backupText(source.store, { product: "1", now: 0 })), join(folder, "x.gz"));
  const data = join(folder, "data");
  const killed = new Process(["store", "restore", "x.gz"], { folder });
  await vi.waitFor(() => expect(marked(data)).toBeGreaterThan(0), { timeout: 120_000, interval: 5 });
  killed.child.kill("SIGKILL");
  expect((await killed.ended).code).toBeNull();
  const frames = marked(data);
  expect(frames).toBeLessThan(45_002);

  for (const args of [
    ["serve", ...free],
    ["audit", "sandbox", "--dialect", "1.6J", "--case", "TC_001", "--keep"],
    ["store", "init"],
    ["store", "migrate"],
    ["store", "backup", "y.gz"],
    ["store", "copy", "--from", "data", "--to", "b"],
    ["export", "frames"],
  ]) {
    const { code, error } = await run(args, { folder });
    expect([args, code, error]).toEqual([
      args,
      3,
      expect.stringContaining(`${data} holds only the beginning of a restore of ${join(folder, "x.gz")}`),
    ]);
    expect(error).toContain("Run the same command again");
    expect(error).not.toContain("    at ");
  }
  expect(marked(data)).toBe(frames);
  const status = await run(["store", "status"], { folder });
  expect(status).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Holds +only the beginning of a restore of \S+x\.gz/m),
  });
  expect(await run(["store", "restore", "x.gz"], { folder })).toMatchObject({
    code: 0,
    out: expect.stringContaining("Everything is there, as it was."),
  });
  const whole = JSON.parse((await run(["store", "status", "--json"], { folder })).out) as StoreStatus;
  expect(whole).toMatchObject({ unfinished: null });
  expect(await run(["store", "migrate"], { folder })).toMatchObject({ code: 0 });
});

describeWithMongo("the beginning of a copy in MongoDB", {}, () => {
  test("is not served, and status tells", async () => {
    const choice = await newHome("mongodb");
    if (choice.kind !== "mongodb") throw new TypeError("no MongoDB");
    const { store, writer } = await openEnd(choice);
    await claimTarget(store, { from: "embedded /old", writer });
    await store.close();
    const folder = newFolder();
    mkdirSync(join(folder, "data"));
    const flags = [
      "--mongodb-uri",
      choice.uri,
      "--mongodb-database",
      choice.database ?? databaseOf(choice.uri),
    ];
    for (const args of [
      ["serve", ...free],
      ["export", "frames"],
      ["store", "migrate"],
    ]) {
      const { code, error } = await run([...args, ...flags], { folder });
      expect([code, error]).toEqual([
        3,
        expect.stringMatching(/only the beginning of a copy of \/old\. Run .* or drop the database/),
      ]);
    }
    const status = await run(["store", "status", ...flags], { folder });
    expect([status.code, status.error]).toEqual([0, ""]);
    expect(status.out).toContain("only the beginning of a copy of /old");
  });
});
