import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { Journal } from "../journal/journal.ts";
import { MoodyHome, numbered } from "../journal/testing/moody-home.ts";
import type { StoreStatus } from "../store/status.ts";
import { free, newFolder, Process, run } from "./testing/process.ts";

/** ms: many processes one after the other, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000 });

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
