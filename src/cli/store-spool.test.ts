import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { Journal } from "../journal/journal.ts";
import { MoodyHome, numbered } from "../journal/testing/moody-home.ts";
import { newHome } from "../store/copy/testing/homes.ts";
import { lockFolder } from "../store/data-folder.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import type { StoreStatus } from "../store/status.ts";
import { free, newFolder, Process, run } from "./testing/process.ts";

/** Leaves frames in a spool, as a process does whose store is away when it ends. */
async function leave(spoolFolder: string, count: number): Promise<void> {
  const home = new MoodyHome();
  home.fails = "away";
  const journal = await Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder,
    closeTimeout: 1,
    report: () => undefined,
  });
  for (let i = 0; i < count; i++) journal.record(numbered(i));
  await journal.close();
}

const framesIn = (file: string): number =>
  gunzipSync(readFileSync(file))
    .toString()
    .split("\n")
    .filter((line) => line.includes('"messageId"') && line.includes("Heartbeat")).length;

test("what a process left in the spool: told without a server, and in the backup through one", async () => {
  const folder = newFolder();
  expect(await run(["store", "init"], { folder })).toMatchObject({ code: 0 });
  await leave(join(folder, "data", "spool"), 2000);
  const spool = async (): Promise<StoreStatus["spool"]> =>
    (JSON.parse((await run(["store", "status", "--json"], { folder })).out) as StoreStatus).spool;
  const before = await spool();
  expect(before).toMatchObject({ records: 2000, disk: { files: 1 } });
  expect(before.bytes).toBe(before.disk.bytes);
  expect((await run(["store", "status"], { folder })).out).toMatch(
    /^Spool +2,000 messages wait \([\d.]+ \w+\), [\d.]+ \w+ in 1 files on disk, /m,
  );
  const without = await run(["store", "backup", "without.gz"], { folder });
  expect(without).toMatchObject({ code: 0 });
  expect(without.error).toMatch(/^2,000 messages .* wait in the spool .* when a server works on this/);
  expect(framesIn(join(folder, "without.gz"))).toBe(0);
  expect(await spool()).toEqual(before);

  const quiet = ["--application-demo-stations", "false"];
  const server = new Process(["serve", ...free, ...quiet], { folder });
  const url = await server.printed(/Web app and API +(\S+)/);
  expect(await run(["store", "backup", "with.gz"], { folder })).toMatchObject({ code: 0, error: "" });
  expect(framesIn(join(folder, "with.gz"))).toBe(2000);
  const { journal } = (await (await fetch(`${url}health`)).json()) as {
    journal: { spool: { records: number; bytes: number } };
  };
  expect(journal.spool).toMatchObject({ records: 0, bytes: 0 });
  expect(await spool()).toMatchObject({ records: 0, bytes: 0 });
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  expect(await spool()).toMatchObject({ records: 0, bytes: 0 });
});

const left = /(?:^|: )2,000 messages that were recorded wait in \S+spool and are not in/;
const there = "Everything is there, as it was.";

test("a copy and an export of a folder whose spool is not empty", async () => {
  const folder = newFolder();
  expect(await run(["store", "init"], { folder })).toMatchObject({ code: 0 });
  const spool = join(folder, "data", "spool");
  await leave(spool, 2000);
  const copy = ["store", "copy", "--from", "data", "--to"];
  const refused = await run([...copy, "refused"], { folder });
  expect(refused).toMatchObject({ code: 3, out: "", error: expect.stringMatching(left) });
  expect(refused.error).toMatch(/serve --data \S+data\).*--without-spool/);
  expect(existsSync(join(folder, "refused"))).toBe(false);
  const exported = await run(["export", "frames", "--format", "ndjson"], { folder });
  expect(exported).toMatchObject({ code: 0, out: "", error: expect.stringMatching(left) });

  expect(await run([...copy, "without", "--without-spool"], { folder })).toMatchObject({
    code: 0,
    out: expect.stringContaining(there),
    error: `2,000 messages that wait in ${spool} are not among it: keep that folder.\n`,
  });
  expect(readdirSync(spool)).toHaveLength(1);

  const server = new Process(["serve", ...free, "--application-demo-stations", "false"], { folder });
  const url = await server.printed(/Web app and API +(\S+)/);
  await vi.waitFor(async () => {
    const health = (await (await fetch(`${url}health`)).json()) as {
      journal: { spool: { records: number } };
    };
    expect(health.journal.spool.records).toBe(0);
  });
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  expect(await run([...copy, "with"], { folder })).toMatchObject({
    code: 0,
    error: "",
    out: expect.stringMatching(/frames +2,000 +2,000 /),
  });
  const whole = await run(["export", "frames", "--format", "ndjson", "--data", "with"], { folder });
  expect([whole.error, whole.out.split("\n").length]).toEqual(["", 2001]);
});

test("a restore or copy to where messages of another store wait is refused", async () => {
  const folder = newFolder();
  expect(await run(["store", "init", "--data", "from"], { folder })).toMatchObject({ code: 0 });
  expect(await run(["store", "backup", "x.gz", "--data", "from"], { folder })).toMatchObject({ code: 0 });
  const spool = join(folder, "data", "spool");
  await leave(spool, 3);
  const before = readdirSync(spool);
  for (const args of [
    ["restore", "x.gz"],
    ["copy", "--from", "from", "--to", "data"],
  ]) {
    expect(await run(["store", ...args], { folder })).toMatchObject({
      code: 3,
      out: expect.not.stringContaining(there),
      error: expect.stringContaining(`3 messages of another store wait in ${spool}: the next server`),
    });
  }
  expect(readdirSync(spool)).toEqual(before);
  renameSync(spool, join(folder, "spool"));
  const moved = await run(["store", "restore", "x.gz"], { folder });
  expect(moved).toMatchObject({ code: 0, error: "", out: expect.stringContaining(there) });
});

describeWithMongo("a data folder beside a database", {}, () => {
  test("in whose spool messages of another store wait is no place to restore from", async () => {
    const folder = newFolder();
    expect(await run(["store", "init"], { folder })).toMatchObject({ code: 0 });
    expect(await run(["store", "backup", "x.gz"], { folder })).toMatchObject({ code: 0 });
    await leave(join(folder, "data", "spool"), 3);
    const choice = await newHome("mongodb");
    if (choice.kind !== "mongodb") throw new TypeError("no MongoDB");
    const at = ["--store", choice.uri, "--mongodb-database", choice.database ?? ""];
    expect(await run(["store", "restore", "x.gz", ...at], { folder })).toMatchObject({
      code: 3,
      error: expect.stringContaining("3 messages of another store wait in"),
    });
    // A server at work there brings them into its own store.
    const unlock = lockFolder(join(folder, "data"));
    onTestFinished(unlock);
    const restored = await run(["store", "restore", "x.gz", ...at], { folder });
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining(there) });
  });
});
