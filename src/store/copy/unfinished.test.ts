import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkBackup, restoreBackup } from "../backup/restore.ts";
import { writeBackupFile, zipped } from "../backup/file.ts";
import { backupText } from "../backup/write.ts";
import { newFrameId } from "../../frames/frame-id.ts";
import { describeWithMongo } from "../mongodb/testing/describe.ts";
import { openStore } from "../open.ts";
import type { HomeChoice } from "../open.ts";
import { storeStatus } from "../status.ts";
import type { Store } from "../store.ts";
import { copyStore } from "./copy.ts";
import type { End } from "./copy.ts";
import type { Proof } from "./prove.ts";
import { fill, newFolder, newHome, openEnd } from "./testing/homes.ts";

const spool = { folder: "", records: 0, bytes: 0, disk: { files: 0, bytes: 0 } };

/** Opens as the server does. */
function openForUse(choice: HomeChoice): Promise<Store> {
  return openStore(choice, { writer: `server/${newFrameId()}`, name: `server-${newFrameId()}`, folder: "f" });
}

async function unfinishedOf(choice: HomeChoice): Promise<string | null> {
  const { store } = await openEnd(choice);
  const { unfinished } = await storeStatus(store, { schema: null, expire: {} }, spool);
  await store.close();
  return unfinished;
}

async function breaksOff(
  work: (signal: AbortSignal, progress: () => void) => Promise<unknown>,
): Promise<void> {
  const end = new AbortController();
  await expect(work(end.signal, () => end.abort(new Error("broken off")))).rejects.toThrow("broken off");
}

async function refused(kind: HomeChoice["kind"]): Promise<void> {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store, 1000);
  const path = join(newFolder(), "x.gz");
  await writeBackupFile(zipped(backupText(source.store, { product: "1", now: 0 })), path);
  const summary = await checkBackup(path);
  const cases = [
    {
      holds: `a restore of ${path}`,
      carryInto: (target: End, options: object) => restoreBackup(path, summary, target, options),
    },
    {
      holds: `a copy of ${source.store.home.place}`,
      carryInto: (target: End, options: object) => copyStore(source, target, options),
    },
  ];
  for (const { holds, carryInto } of cases) {
    const choice = await newHome(kind);
    const carry = async (options: object): Promise<Proof[]> => {
      const target = await openEnd(choice);
      try {
        return await carryInto(target, options);
      } finally {
        await target.store.close();
      }
    };
    await breaksOff((signal, progress) => carry({ signal, progress }));
    const file = join(choice.kind === "embedded" ? choice.folder : "", "stationmaster.db");
    const before = existsSync(file) ? readFileSync(file) : null;
    await expect(openForUse(choice)).rejects.toMatchObject({
      name: "StoreOpenError",
      reason: "unfinished",
      message: expect.stringMatching(
        new RegExp(`holds only the beginning of ${holds}.*Run the same command again.*or (remove|drop) the`),
      ),
    });
    if (before !== null) expect(readFileSync(file).equals(before)).toBe(true);
    expect(await unfinishedOf(choice)).toContain(`only the beginning of ${holds}`);
    expect((await carry({})).every(({ equal }) => equal)).toBe(true);
    expect(await unfinishedOf(choice)).toBeNull();
    const whole = await openForUse(choice);
    expect(await whole.frames.count({})).toBe(1502);
    await whole.close();
  }
}

test("a folder with the beginning of a copy or restore is not opened for use until it is whole", () =>
  refused("embedded"));

describeWithMongo("unfinished copies in MongoDB", {}, () => {
  test("a database with the beginning of a copy or restore is not opened for use until it is whole", () =>
    refused("mongodb"));
});

test("a mark of an earlier version, and one that cannot be read, count as well", async () => {
  for (const [mark, text] of [
    [
      { writer: "x/1", from: "backup 0123456789abcdef0123" },
      "a restore of a backup (SHA-256 0123456789abcdef…)",
    ],
    [7, "a copy of another store"],
  ] as const) {
    const choice = await newHome("embedded");
    const { store } = await openEnd(choice);
    await store.documents.put("server", "copy", mark);
    await store.close();
    await expect(openForUse(choice)).rejects.toThrow(`holds only the beginning of ${text}. Run`);
  }
});
