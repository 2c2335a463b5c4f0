import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { smallDisk } from "../../testdata/small-disk.ts";
import { Journal } from "./journal.ts";
import type { Durability } from "./options.ts";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";

const { path: disk, trouble, skipped } = smallDisk(4);

const open = (home: MoodyHome, folder: string, durability: Durability): Promise<Journal> =>
  Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    spoolSegment: 300_000,
    durability,
    window: 10,
    retry: { first: 1, longest: 4 },
    closeTimeout: 1,
    report: () => undefined,
  });

it.skipIf(skipped).each(["window", "every-frame"] as const)(
  "keeps what a full disk does not take, says so, and writes it once there is space (%s)",
  async (durability) => {
    expect(trouble, "mounting a tmpfs").toBeNull();
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(2.5 * 2 ** 20));
    const folder = join(disk, durability);
    const home = new MoodyHome();
    const journal = await open(home, folder, durability);
    home.fails = "away";
    let number = 0;
    const record = (count: number): void => {
      for (let i = 0; i < count; i++) journal.record(numbered(number++, 300));
    };
    while (journal.status().spool?.problem === null) {
      if (journal.status().unsafe < 200) record(20);
      await turn();
    }
    expect(journal.status().failing).toMatch(/the spool: .*ENOSPC/);
    record(50);
    await turn();
    expect(journal.status().unsafe).toBeGreaterThanOrEqual(50);
    expect(journal.status().pending).toBe(number);

    rmSync(ballast);
    await until(() => journal.status().unsafe === 0);
    expect(journal.status().spool).toMatchObject({ records: number, problem: null });
    record(30);
    await journal.close();

    const next = new MoodyHome();
    const again = await open(next, folder, durability);
    await until(() => again.status().pending === 0);
    await again.close();
    const wrong = next.raws.findIndex((raw, i) => raw !== numbered(i, 300).raw);
    expect(wrong).toBe(-1);
    expect(next.raws).toHaveLength(number);
    expect(readdirSync(folder)).toEqual([]);
  },
  120_000,
);
