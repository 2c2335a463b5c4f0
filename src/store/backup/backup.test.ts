import { hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { rowsOf, sections } from "../canonical.ts";
import { fill, newFolder, newHome, openEnd } from "../copy/testing/homes.ts";
import { openEmbeddedStore } from "../embedded/open.ts";
import { describeWithMongo } from "../mongodb/testing/describe.ts";
import type { Store } from "../store.ts";
import type { HomeChoice } from "../open.ts";
import { writeBackupFile, zipped } from "./file.ts";
import { checkBackup, restoreBackup } from "./restore.ts";
import { backupText } from "./write.ts";

async function backupOf(store: Store, writer: string): Promise<string> {
  const path = join(newFolder(), "x.backup.gz");
  await writeBackupFile(zipped(backupText(store, { product: "1.2.3", now: 0, without: [writer] })), path);
  return path;
}

async function everything(store: Store): Promise<object[]> {
  const rows: object[] = [];
  for (const section of sections) {
    if (section === "writers") continue;
    for await (const row of rowsOf(store, section)) rows.push(row);
  }
  return rows;
}

async function thereAndBack(from: HomeChoice["kind"], to: HomeChoice["kind"]): Promise<void> {
  const source = await openEnd(await newHome(from));
  await fill(source.store);
  const path = await backupOf(source.store, source.writer);
  const target = await openEnd(await newHome(to));
  const proofs = await restoreBackup(path, await checkBackup(path), target, {});
  expect(proofs.filter(({ equal }) => !equal)).toEqual([]);
  // The homes name the members of a row in orders of their own; within a member the order stays.
  const sorted = (rows: object[]): string[] =>
    rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();
  expect(sorted(await everything(target.store))).toEqual(sorted(await everything(source.store)));
}

test("what is backed up comes back", () => thereAndBack("embedded", "embedded"));

test("the file is its owner's alone, also where another run left one", async () => {
  const { store } = await openEnd(await newHome("embedded"));
  const path = join(newFolder(), "x.gz");
  writeFileSync(`${path}.part`, "left", { mode: 0o644 });
  await writeBackupFile(zipped(backupText(store, { product: "1", now: 0 })), path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a backup of the first version comes back, without states", async () => {
  const { store } = await openEnd(await newHome("embedded"));
  await store.documents.put("stations", "A", { id: "A" });
  const path = join(newFolder(), "x.gz");
  await writeBackupFile(zipped(backupText(store, { product: "1", now: 0 })), path);
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
  const kept = lines.filter((line) => !line.includes('"section":"states"')).slice(0, -1);
  const text = `${kept.join("\n")}\n`.replace('"format":2', '"format":1');
  const { sections: sums } = JSON.parse(lines.at(-1) ?? "") as { sections: Record<string, unknown> };
  delete sums["states"];
  const end = { backup: "end", sections: sums, sha256: hash("sha256", text) };
  writeFileSync(path, gzipSync(`${text}${JSON.stringify(end)}\n`));
  const target = await openEnd(await newHome("embedded"));
  const proofs = await restoreBackup(path, await checkBackup(path), target, {});
  expect(proofs.filter(({ equal }) => !equal)).toEqual([]);
  expect(await target.store.documents.list("stations")).toHaveLength(1);
});

describeWithMongo("backups with MongoDB", {}, () => {
  test("from a folder into a database", () => thereAndBack("embedded", "mongodb"));
  test("from a database into a folder", () => thereAndBack("mongodb", "embedded"));
});

let good: Buffer = Buffer.alloc(0);
let plain = "";
const shared = mkdtempSync(join(tmpdir(), "stationmaster-backup-"));
beforeAll(async () => {
  const store = await openEmbeddedStore(shared);
  await fill(store);
  const path = join(shared, "x.gz");
  await writeBackupFile(zipped(backupText(store, { product: "1.2.3", now: 0 })), path);
  await store.close();
  good = readFileSync(path);
  plain = gunzipSync(good).toString();
});
afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** Null when it is taken for whole, otherwise why not. */
async function refusal(bytes: Buffer): Promise<string | null> {
  const path = join(newFolder(), "broken.gz");
  writeFileSync(path, bytes);
  return await checkBackup(path).then(
    () => null,
    (error: unknown) =>
      error instanceof Error && error.name === "TransferError" ? error.message : Promise.reject(error),
  );
}

test("cut short anywhere, compressed or not, it is refused", async () => {
  const folder = newFolder();
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(plain.length - 2), async (cut, cutPlain) => {
      const path = join(folder, "cut.gz");
      for (const bytes of [good.subarray(0, cut), gzipSync(plain.slice(0, cutPlain))]) {
        writeFileSync(path, bytes);
        await expect(checkBackup(path)).rejects.toThrow(/cannot be used: /);
      }
    }),
    repeated(15, 60),
  );
});

test("with any bit of its text flipped it is refused, also where the compression does not notice", async () => {
  const folder = newFolder();
  const bytes = Buffer.from(plain);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 2), fc.nat(7), async (position, bit) => {
      const broken = Buffer.from(bytes);
      broken.writeUInt8(broken.readUInt8(position) ^ (1 << bit), position);
      const path = join(folder, "flipped.gz");
      writeFileSync(path, gzipSync(broken));
      await expect(checkBackup(path)).rejects.toThrow(/cannot be used: /);
    }),
    repeated(30, 120),
  );
});

test("with any bit of the file flipped it is refused, or is the same backup still", async () => {
  const folder = newFolder();
  const whole = join(folder, "whole.gz");
  writeFileSync(whole, good);
  const { sha256 } = await checkBackup(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (position, bit) => {
      const broken = Buffer.from(good);
      broken.writeUInt8(broken.readUInt8(position) ^ (1 << bit), position);
      const path = join(folder, "flipped.gz");
      writeFileSync(path, broken);
      const seen = await checkBackup(path).catch((error: unknown) => error);
      // Some bits of gzip stand for nothing: a time and a system in its header, what fills the last byte of a block.
      if (!(seen instanceof Error)) expect(seen).toMatchObject({ sha256 });
      else expect(seen.message).toMatch(/cannot be used: /);
    }),
    repeated(30, 120),
  );
});

test.each([
  ["another gzip file", () => gzipSync("hello\nworld\n"), "it is no backup of Stationmaster"],
  ["no gzip file", () => Buffer.from("hello"), "it is no gzip file"],
  ["nothing", () => Buffer.alloc(0), "it is"],
  [
    "a newer one",
    () => gzipSync(plain.replace('"format":2', '"format":3')),
    "newer Stationmaster, 1.2.3 (format 3",
  ],
  ["one with more behind its end", () => gzipSync(`${plain}{}\n`), "it goes on after its end"],
  ["two, one behind the other", () => Buffer.concat([good, good]), "it goes on after its end"],
  [
    "one without a row",
    () => gzipSync(plain.replace(/\n[^\n]*(\n\{"backup":"section-end","section":"frames")/, "$1")),
    "should have 92",
  ],
])("%s is refused with the reason", async (_, make, reason) => {
  expect(await refusal(make())).toContain(reason);
});

test("the reason names the line", async () => {
  const lines = plain.split("\n");
  const at = lines.findIndex((line) => line.includes("secret"));
  lines[at] = lines[at]?.slice(3) ?? "";
  expect(await refusal(gzipSync(lines.join("\n")))).toContain(`line ${at + 1}, in `);
});

test("a file that cannot be written leaves nothing, and says so", async () => {
  const { store } = await openEnd(await newHome("embedded"));
  const text = zipped(backupText(store, { product: "1", now: 0 }));
  await expect(writeBackupFile(text, "/proc/x.gz")).rejects.toThrow("/proc/x.gz cannot be written");
});

test("a failing store breaks the backup off and leaves no file", async () => {
  const { store } = await openEnd(await newHome("embedded"));
  const path = join(newFolder(), "x.gz");
  const failing = { ...store, writers: () => Promise.reject(new Error("disk on fire")) };
  await expect(writeBackupFile(zipped(backupText(failing, { product: "1", now: 0 })), path)).rejects.toThrow(
    "disk on fire",
  );
  expect(() => statSync(`${path}.part`)).toThrow("ENOENT");
  expect(() => statSync(path)).toThrow("ENOENT");
});
