import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { writeBackupFile, zipped } from "../store/backup/file.ts";
import { backupText } from "../store/backup/write.ts";
import { fill, newHome, openEnd } from "../store/copy/testing/homes.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { newFolder, run } from "./testing/process.ts";

/** ms: many processes one after the other, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000 });

const proven = { code: 0, error: "", out: expect.stringContaining("Everything is there, as it was.") };

/** Flags that name an empty home. */
async function target(kind: "embedded" | "mongodb"): Promise<string[]> {
  const choice = await newHome(kind);
  if (choice.kind === "embedded") return ["--data", choice.folder];
  return ["--store", choice.uri, "--mongodb-database", choice.database ?? ""];
}

/** A folder with a store in `from` and its backup `x.gz`. */
async function sourceFolder(): Promise<string> {
  const folder = newFolder();
  const source = await openEnd({ kind: "embedded", folder: join(folder, "from"), why: "" });
  await fill(source.store);
  await writeBackupFile(zipped(backupText(source.store, { product: "1", now: 0 })), join(folder, "x.gz"));
  await source.store.close();
  return folder;
}

async function intoReady(kind: "embedded" | "mongodb"): Promise<void> {
  const folder = await sourceFolder();
  const forEver = ["frames", "samples", "events"].flatMap((name) => [`--mongodb-expire-${name}`, "0"]);
  const into = await target(kind);
  expect(await run(["store", "init", ...into, ...forEver], { folder })).toMatchObject({ code: 0 });
  expect(await run(["store", "restore", "x.gz", ...into, ...forEver], { folder })).toMatchObject(proven);
  const other = await target(kind);
  expect(await run(["store", "init", ...other, ...forEver], { folder })).toMatchObject({ code: 0 });
  const [flag, place = "", ...database] = other;
  const copy = ["store", "copy", "--from", "from", "--to", place, ...database, ...forEver];
  expect([flag, await run(copy, { folder })]).toMatchObject([flag, proven]);
}

test("a folder that init made ready takes a restore and a copy", () => intoReady("embedded"));

describeWithMongo("carrying into a database", {}, () => {
  test("that init made ready: a restore and a copy", () => intoReady("mongodb"));
});
