import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { Journal } from "../journal/journal.ts";
import type { Batch } from "../store/store.ts";
import { StoreOpenError } from "../store/open-error.ts";
import type { House } from "./testing/harness.ts";
import { openHouse, recordCall } from "./testing/harness.ts";

const token = "0123456789abcdef";
const limits = { backupPatience: 100 };
const access = { loopback: true, token, allowedHosts: [] };

async function backup({ app }: House): Promise<{ waiting: string | null; frames: number }> {
  const response = await app.request("http://localhost:7410/api/backup", {
    headers: { Host: "localhost:7410", Authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  const text = gunzipSync(await response.arrayBuffer()).toString();
  expect(JSON.parse(text.split("\n")[0] ?? "")).toMatchObject({
    waiting: Number(response.headers.get("x-stationmaster-waiting")),
  });
  return {
    waiting: response.headers.get("x-stationmaster-waiting"),
    frames: text.split("\n").filter((line) => line.includes('"Heartbeat"')).length,
  };
}

test("a backup holds what was just recorded", async () => {
  const house = await openHouse({ access });
  for (let i = 0; i < 3; i++) recordCall(house.journal, "A", "Heartbeat", { i });
  expect(await backup(house)).toEqual({ waiting: "0", frames: 3 });
});

test("backup and export say how much the store has not taken", async () => {
  const refusal = Promise.withResolvers<void>();
  const house = await openHouse(({ store }) => {
    const append = async (): Promise<void> => {
      await refusal.promise;
      throw new Error("the disk is full");
    };
    const journal = new Journal({
      store: { ...store, home: store.home, append },
      now: () => Date.now(),
      closeTimeout: 1,
    });
    onTestFinished(() => journal.close().catch(() => {}));
    return { access, journal, limits };
  });
  for (let i = 0; i < 3; i++) recordCall(house.parts.journal, "A", "Heartbeat", { i });
  expect(await backup(house)).toEqual({ waiting: "3", frames: 0 });
  refusal.resolve();
  const exported = await house.ask("GET", "/api/export/frames", undefined, {
    Authorization: `Bearer ${token}`,
  });
  expect([exported.body, exported.headers.get("x-stationmaster-waiting")]).toEqual([[], "3"]);
});

/** A house whose journal found three frames of an earlier process in the spool, and asks before it gives each batch to the store. */
async function houseAfterAnother(ask: (batch: Batch) => Promise<void>): Promise<House> {
  const spoolFolder = mkdtempSync(join(tmpdir(), "stationmaster-backup-"));
  onTestFinished(() => rmSync(spoolFolder, { recursive: true, force: true }));
  const quiet = { now: Date.now, spoolFolder, closeTimeout: 1, report: () => undefined };
  const { parts } = await openHouse();
  const asking = (append: (batch: Batch) => Promise<void>) => ({
    ...parts.store,
    home: parts.store.home,
    append,
  });
  const away = (): Promise<void> => Promise.reject(new Error("away"));
  const before = await Journal.open({ ...quiet, store: asking(away), writer: "lab/1" });
  for (let i = 0; i < 3; i++) recordCall(before, "A", "Heartbeat", { i });
  await before.close();
  const store = asking(async (batch) => {
    await ask(batch);
    await parts.store.append(batch);
  });
  const journal = await Journal.open({ ...quiet, store, writer: "lab/2" });
  onTestFinished(() => journal.close());
  expect(journal.status()).toMatchObject({ recorded: 0, pending: 3 });
  return await openHouse({ store, journal, access, limits });
}

test("a backup waits for what earlier processes left in the spool", async () => {
  const asked = Promise.withResolvers<void>();
  const house = await houseAfterAnother(() => asked.promise);
  const flush = vi.spyOn(house.parts.journal, "flush");
  const taken = backup(house);
  await vi.waitFor(() => expect(flush).toHaveBeenCalled());
  asked.resolve();
  expect(await taken).toEqual({ waiting: "0", frames: 3 });
});

test("a backup says how many of them wait where the store takes none", async () => {
  const house = await houseAfterAnother(() => Promise.reject(new Error("the disk is full")));
  expect(await backup(house)).toEqual({ waiting: "3", frames: 0 });
});

test("where no backup can be made the answer is a conflict that says why, not a file that breaks off", async () => {
  const marked = await openHouse({ access });
  await marked.store.documents.put("server", "copy", { writer: "x/1", from: "embedded /old" });
  const damaged = await openHouse(({ store }) => ({
    access,
    store: {
      ...store,
      home: store.home,
      writers: () => Promise.reject(new StoreOpenError("corrupt", "/data/x.db is damaged.")),
    },
  }));
  for (const [{ ask }, reason] of [
    [marked, "holds only the beginning of a copy of /old. Run the same command again"],
    [damaged, "/data/x.db is damaged."],
  ] as const) {
    const { status, body } = await ask("GET", "/api/backup", undefined, { Authorization: `Bearer ${token}` });
    expect([status, body]).toEqual([
      409,
      { error: { code: "conflict", message: expect.stringContaining(reason) } },
    ]);
  }
});
