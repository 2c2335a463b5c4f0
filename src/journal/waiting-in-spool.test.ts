import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Journal } from "./journal.ts";
import { packRecord } from "./spool/record.ts";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";
import { waitingInSpool } from "./waiting-in-spool.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-waiting-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each(["window", "every-frame"] as const)(
  "reads out of the files what the journal says of them (%s)",
  async (durability) => {
    const home = new MoodyHome();
    const spool = join(folder, "spool");
    const open = (): Promise<Journal> =>
      Journal.open({
        store: home.asStore(),
        now: Date.now,
        spoolFolder: spool,
        spoolSegment: 3000,
        maxBatch: 5,
        window: 1,
        durability,
        retry: { first: 1, longest: 2 },
        closeTimeout: 1,
        report: () => undefined,
      });
    const agree = async (journal: Journal, records: number): Promise<void> => {
      // Portions may still be on their way into the files.
      await vi.waitFor(
        async () => {
          const read = await waitingInSpool(spool, home.asStore());
          const own = journal.status().spool;
          expect(read).toEqual({ records, bytes: own?.bytes });
          expect(own?.records).toBe(records);
        },
        { timeout: 60_000 },
      );
    };

    const kept: string[] = [];
    const keepAs = (name: string): void => {
      cpSync(spool, join(folder, name), { recursive: true });
      kept.push(join(folder, name));
    };
    const first = await open();
    await agree(first, 0);
    home.fails = "away";
    for (let i = 0; i < 30; i++) {
      first.record(numbered(i));
      if (i % 4 === 0) await turn();
    }
    await turn();
    await until(() => first.status().unsafe === 0);
    await agree(first, 30);
    await first.close();
    keepAs("all");

    // The next process brings a part of it into the store, and leaves the rest with what it recorded itself.
    const { append } = home;
    home.append = async (batch) => {
      await append.call(home, batch);
      if (home.frames.length > 10) home.fails = "away again";
    };
    home.fails = null;
    const second = await open();
    await until(() => home.fails !== null);
    second.record(numbered(30));
    keepAs("some");
    await turn();
    await turn();
    await until(() => second.status().unsafe === 0);
    const left = 31 - home.frames.length;
    expect(left).toBeLessThan(21);
    expect(left).toBeGreaterThan(1);
    await agree(second, left);
    // The copy was made when the last frame was in no portion yet: in the spool only where each is written at once.
    const inCopy = durability === "every-frame" ? left : left - 1;
    expect((await waitingInSpool(kept[1] ?? "", home.asStore())).records).toBe(inCopy);
    await second.close();
    expect((await waitingInSpool(spool, home.asStore())).records).toBe(left);

    home.append = append;
    home.fails = null;
    const third = await open();
    await third.flush({ earlier: true });
    await agree(third, 0);
    await third.close();
    // As a process leaves it that is killed between the store's answer and the removal of the files.
    for (const place of kept)
      expect(await waitingInSpool(place, home.asStore())).toEqual({ records: 0, bytes: 0 });
  },
);

it("a file that holds only the note of what was handed over waits for nothing once that is in the store", async () => {
  const home = new MoodyHome();
  const writer = "a/1";
  const records = [
    packRecord({ t: "head", format: 1, writer, at: 0 }),
    packRecord({ t: "batch", w: writer, first: 1, last: 2 }),
  ];
  writeFileSync(join(folder, "0000000001.spool"), Buffer.concat(records));
  const bytes = records.reduce((sum, { length }) => sum + length, 0);
  home.reached.set(writer, 1);
  expect(await waitingInSpool(folder, home.asStore())).toEqual({ records: 0, bytes });
  home.reached.set(writer, 2);
  expect(await waitingInSpool(folder, home.asStore())).toEqual({ records: 0, bytes: 0 });
});

it("changes nothing, whatever it finds", async () => {
  const home = new MoodyHome();
  home.fails = "away";
  const journal = await Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    closeTimeout: 1,
    report: () => undefined,
  });
  journal.record(numbered(0));
  await journal.close();
  const content = (): [string, string][] =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "hex")]);
  const name = content()[0]?.[0] ?? "";
  const { bytes } = await waitingInSpool(folder, home.asStore());
  // Damage between whole records, and behind them the begin of a write.
  const head = readFileSync(join(folder, name)).subarray(0, 40);
  appendFileSync(join(folder, name), "rubbish");
  appendFileSync(join(folder, name), packRecord({ t: "head", format: 1, writer: "a/1", at: 0 }));
  appendFileSync(join(folder, name), head);
  const before = content();
  expect(await waitingInSpool(folder, home.asStore())).toMatchObject({ records: 1 });
  expect(bytes).toBeGreaterThan(100);
  expect(content()).toEqual(before);
  expect(await waitingInSpool(join(folder, "none"), home.asStore())).toEqual({ records: 0, bytes: 0 });
});
