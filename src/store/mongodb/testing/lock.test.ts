import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { alive, withLock } from "./lock.ts";

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stationmaster-lock-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "lock");
}

test("one at a time, also after one that failed", async () => {
  const lock = await place();
  let inside = 0;
  const work = async (fails: boolean): Promise<number> => {
    const now = ++inside;
    for (let i = 0; i < 20; i++) await turn();
    inside--;
    if (fails) throw new Error("failed");
    return now;
  };
  const results = await Promise.allSettled(
    [false, true, false].map((fails) => withLock(lock, () => work(fails))),
  );
  expect(results.map((each) => (each.status === "fulfilled" ? each.value : "failed"))).toEqual([
    1,
    "failed",
    1,
  ]);
});

test("a lock whose holder has ended is taken over; that of a living one is waited for", async () => {
  const lock = await place();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  expect(alive(pid)).toBe(false);
  await mkdir(lock);
  await writeFile(join(lock, "pid"), String(pid));
  expect(await withLock(lock, async () => "mine")).toBe("mine");
  await mkdir(lock);
  await writeFile(join(lock, "pid"), String(process.pid));
  await expect(withLock(lock, async () => "mine", 1)).rejects.toThrow(/waited/);
});
