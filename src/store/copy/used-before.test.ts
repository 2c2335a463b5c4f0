import { join } from "node:path";
import { expect, test } from "vitest";
import { writeBackupFile, zipped } from "../backup/file.ts";
import { checkBackup, restoreBackup } from "../backup/restore.ts";
import { backupText } from "../backup/write.ts";
import { newFrameId } from "../../frames/frame-id.ts";
import { describeWithMongo } from "../mongodb/testing/describe.ts";
import { openStore } from "../open.ts";
import type { HomeChoice } from "../open.ts";
import type { Store } from "../store.ts";
import { copyStore } from "./copy.ts";
import type { End } from "./copy.ts";
import type { Proof } from "./prove.ts";
import { fill, newFolder, newHome, openEnd } from "./testing/homes.ts";

type Kind = HomeChoice["kind"];

/** An empty home where a process that is gone stays among the writers. */
async function usedHome(kind: Kind): Promise<HomeChoice> {
  const choice = await newHome(kind);
  const id = newFrameId();
  const store = await openStore(choice, { writer: `lab/${id}`, name: `lab-${id}`, folder: "f" });
  await store.documents.put("templates", "GONE", 1);
  await store.documents.remove("templates", "GONE");
  await store.close();
  return choice;
}

async function backupOf(store: Store): Promise<string> {
  const path = join(newFolder(), "x.gz");
  await writeBackupFile(zipped(backupText(store, { product: "1", now: 0 })), path);
  return path;
}

function different(proofs: readonly Proof[]): Proof[] {
  return proofs.filter(({ equal }) => !equal);
}

async function carriedInto(kind: Kind): Promise<void> {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store);
  const path = await backupOf(source.store);
  const summary = await checkBackup(path);
  for (const work of [
    (target: End) => copyStore(source, target, {}),
    (target: End) => restoreBackup(path, summary, target, {}),
  ]) {
    const target = await openEnd(await usedHome(kind));
    const before = (await target.store.writers("all")).map(({ writer }) => writer);
    expect(before).toContainEqual(expect.stringMatching(/^lab\//));
    expect(different(await work(target))).toEqual([]);
    expect(await target.store.documents.list("server")).toEqual([]);
    expect((await target.store.writers("all")).map(({ writer }) => writer)).toEqual(
      expect.arrayContaining(before),
    );
  }
}

/** An empty store's own backup: the same process is in both. */
async function restoredIntoItself(kind: Kind): Promise<void> {
  const choice = await usedHome(kind);
  const first = await openEnd(choice);
  const path = await backupOf(first.store);
  await first.store.close();
  const proofs = await restoreBackup(path, await checkBackup(path), await openEnd(choice), {});
  expect(different(proofs)).toEqual([]);
  expect(proofs.find(({ section }) => section === "writers")?.target.count).toBeGreaterThan(0);
}

async function brokenOffTwice(kind: Kind): Promise<void> {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store, 1000);
  const choice = await usedHome(kind);
  for (const _ of [1, 2]) {
    const target = await openEnd(choice);
    const end = new AbortController();
    const options = { signal: end.signal, progress: () => end.abort(new Error("broken off")) };
    await expect(copyStore(source, target, options)).rejects.toThrow("broken off");
    await target.store.close();
  }
  expect(different(await copyStore(source, await openEnd(choice), {}))).toEqual([]);
}

/** Who comes while it runs is not left out: it may have written. */
async function disturbed(kind: Kind): Promise<void> {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store);
  const target = await openEnd(await usedHome(kind));
  const writer = { writer: `late/${newFrameId()}`, name: "late", host: "", pid: 1, folder: "", batch: 0 };
  const times = { startedAt: 1, seenAt: 1, endedAt: 1 };
  const append = async (batch: Parameters<Store["append"]>[0]): Promise<void> => {
    await target.store.adopt({ writers: [{ ...writer, ...times }] });
    await target.store.append(batch);
  };
  const proofs = await copyStore(source, { ...target, store: { ...target.store, append } }, {});
  expect(different(proofs).map(({ section }) => section)).toEqual(["writers"]);
}

function bothWays(kind: Kind): void {
  test("a copy and a restore into it are proven", () => carriedInto(kind));
  test("its own backup, restored, is proven", () => restoredIntoItself(kind));
  test("a copy into it that was broken off twice is proven", () => brokenOffTwice(kind));
  test("a process that comes meanwhile is seen", () => disturbed(kind));
}

bothWays("embedded");

describeWithMongo("an empty home that was used before", {}, () => bothWays("mongodb"));
