import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Journal } from "../journal.ts";
import { MoodyHome, numbered, until } from "../testing/moody-home.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-earlier-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (home: MoodyHome): Promise<Journal> =>
  Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    spoolSegment: 1000,
    maxBatch: 1,
    closeTimeout: 1,
    report: () => undefined,
  });

async function leave(count: number): Promise<void> {
  const home = new MoodyHome();
  home.fails = "away";
  const journal = await open(home);
  for (let i = 0; i < count; i++) journal.record(numbered(i));
  await journal.close();
}

it("flushes what earlier processes left only when asked to", async () => {
  await leave(3);
  const home = new MoodyHome();
  home.hang();
  const journal = await open(home);
  await journal.flush();
  expect(journal.status().pending).toBe(3);
  const flushed = journal.flush({ earlier: true });
  home.release();
  await flushed;
  expect(home.raws).toEqual([0, 1, 2].map((i) => numbered(i).raw));
  expect(journal.status()).toMatchObject({ pending: 0, stored: 3 });
  await journal.close();
});

it("flushes all that can be read where the rest was damaged meanwhile", async () => {
  await leave(6);
  const home = new MoodyHome();
  home.hang();
  const journal = await open(home);
  await until(() => home.attempts === 1);
  const last = join(folder, readdirSync(folder).toSorted().at(-1) ?? "");
  truncateSync(last, statSync(last).size - 7);
  const flushed = journal.flush({ earlier: true });
  home.release();
  await flushed;
  expect(home.raws).toEqual([0, 1, 2, 3, 4].map((i) => numbered(i).raw));
  expect(journal.status()).toMatchObject({ pending: 0, spool: { records: 0 } });
  await journal.close();
});
