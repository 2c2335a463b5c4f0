import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import type { Durability } from "./options.ts";
import { Journal } from "./journal.ts";
import { MoodyHome, numbered, until } from "./testing/moody-home.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Lets a process record after frame `first` and kills it when it has called `enough` more safe. Returns the last safe one. */
async function killAfter(first: number, enough: number, durability: Durability): Promise<number> {
  const program = join(import.meta.dirname, "testing", "record-until-killed.ts");
  const child = spawn(process.execPath, [program, folder, String(first), durability], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<string | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  let safe = first;
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= first + enough && safe < first + enough) child.kill("SIGKILL");
    safe = Math.max(safe, Number(line));
  }
  expect(await ended).toBe("SIGKILL");
  return safe;
}

/** Opens a journal on what is left, and gives it all to the home. */
async function deliver(home: MoodyHome, durability: Durability): Promise<void> {
  const journal = await Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    durability,
    report: () => undefined,
  });
  await until(() => journal.status().pending === 0);
  await journal.close();
}

it.each(["window", "every-frame"] as const)(
  "has every frame that was called safe once and in order after kills at any moment (%s)",
  async (durability) => {
    folder = await mkdtemp(join(tmpdir(), "stationmaster-spool-kill-"));
    const home = new MoodyHome();
    let last = 0;
    for (const [round, enough] of [130, 1500, 777, 3210].entries()) {
      const safe = await killAfter(last, enough, durability);
      expect(safe).toBeGreaterThanOrEqual(last + enough);
      // Every second time two killed processes lie in the spool.
      if (round % 2 === 0) {
        last = home.frames.length + (await countInSpool(durability));
        expect(last).toBeGreaterThanOrEqual(safe);
        continue;
      }
      await deliver(home, durability);
      last = home.frames.length;
      expect(last).toBeGreaterThanOrEqual(safe);
      const wrong = home.frames.findIndex(({ raw }, i) => raw !== numbered(i + 1, (i + 1) % 300).raw);
      expect(wrong).toBe(-1);
      expect(home.frames.every(({ messageId }, i) => messageId === String(i + 1))).toBe(true);
      const ids = home.frames.map(({ id }) => id);
      expect(ids.toSorted()).toEqual(ids);
    }
    expect(new Set(home.batches.map(({ writer }) => writer)).size).toBe(4);
    const recovered = home.frames.filter(({ marks }) => marks.includes("recovered"));
    const completed = home.frames.filter(({ marks }) => marks.includes("completed"));
    expect(recovered.length + completed.length).toBe(home.frames.length);
    expect(recovered.every(({ action }) => action === "Heartbeat")).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  },
  240_000,
);

/** How far the frames in the spool go, found by a journal whose home takes nothing. */
async function countInSpool(durability: Durability): Promise<number> {
  const home = new MoodyHome();
  home.fails = "away";
  const journal = await Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    durability,
    closeTimeout: 1,
    report: () => undefined,
  });
  const { pending } = journal.status();
  await journal.close();
  return pending;
}
