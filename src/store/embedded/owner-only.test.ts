import { spawnSync } from "node:child_process";
import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { newFolder } from "../copy/testing/homes.ts";
import { openEmbeddedStore } from "./open.ts";

const files = ["stationmaster.db", "stationmaster.db-wal", "stationmaster.db-shm"];

function modeOf(...path: string[]): string {
  return (statSync(join(...path)).mode & 0o777).toString(8);
}

function withUmask(mask: number): void {
  const before = process.umask(mask);
  onTestFinished(() => void process.umask(before));
}

test.each([0, 0o022, 0o277])("a new store is its owner's alone, with umask %o", async (mask) => {
  const parent = newFolder();
  withUmask(mask);
  const folder = join(parent, "data");
  const store = await openEmbeddedStore(folder);
  await store.documents.put("stations", "A", { password: "secret" });
  expect([modeOf(folder), ...files.map((name) => modeOf(folder, name))]).toEqual([
    "700",
    "600",
    "600",
    "600",
  ]);
  expect(store.home.warnings).toEqual([]);
  await store.close();
});

test("an existing one that others may read is narrowed; its folder stays as it was given", async () => {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  const before = await openEmbeddedStore(folder);
  await before.documents.put("stations", "A", 1);
  for (const name of files) chmodSync(join(folder, name), 0o664);
  await before.close();
  writeFileSync(join(folder, "stationmaster.db-wal"), "", { mode: 0o664 });
  const store = await openEmbeddedStore(folder);
  await store.documents.put("stations", "A", 2);
  expect([modeOf(folder), ...files.map((name) => modeOf(folder, name))]).toEqual([
    "755",
    "600",
    "600",
    "600",
  ]);
  await store.close();
});

test("another program's database keeps its rights", async () => {
  const folder = newFolder();
  const file = join(folder, "stationmaster.db");
  const db = new DatabaseSync(file);
  db.exec("CREATE TABLE x (y)");
  db.close();
  chmodSync(file, 0o644);
  await expect(openEmbeddedStore(folder)).rejects.toThrow("another program");
  expect(modeOf(file)).toBe("644");
});

test.runIf(process.getuid?.() === 0)("rights that cannot be changed are told", async () => {
  const folder = newFolder();
  await (await openEmbeddedStore(folder)).close();
  chmodSync(folder, 0o777);
  for (const name of ["stationmaster.db", "server.lock", "server.pid"])
    spawnSync("chmod", ["666", join(folder, name)]);
  const program = `import { openEmbeddedStore } from ${JSON.stringify(join(import.meta.dirname, "open.ts"))};
    const store = await openEmbeddedStore(process.argv[1]);
    console.log(store.home.warnings.join());
    await store.close();`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program, folder], {
    encoding: "utf8",
    uid: 65_534,
    gid: 65_534,
  });
  expect(stdout).toMatch(/stationmaster\.db holds passwords of stations and may be read by other users/);
});
