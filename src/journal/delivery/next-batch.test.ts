import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Journal } from "../journal.ts";
import type { JournalOptions } from "../options.ts";
import { MoodyHome, numbered, turn, until } from "../testing/moody-home.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-next-batch-"));
  // The spool's timer fires when a test says so; the turns of the event loop stay real.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const open = (
  home: MoodyHome,
  place: string,
  writer: string,
  more: Partial<Omit<JournalOptions, "store">> = {},
): Promise<Journal> =>
  Journal.open({
    store: home.asStore(),
    now: Date.now,
    writer,
    spoolFolder: place,
    durability: "every-frame",
    maxBatch: 2,
    report: () => undefined,
    ...more,
  });

/** Ends the lingering in which a journal begins. */
async function lookForMore(): Promise<void> {
  await turn();
  vi.advanceTimersByTime(10);
  await turn();
}

const inSpool = (place: string, text: string): boolean =>
  readdirSync(place).some((name) => readFileSync(join(place, name)).includes(text));

it("gives the store no portion before the spool says which frames are in it", async () => {
  const spool = join(folder, "spool");
  const home = new MoodyHome();
  const { append } = home;
  home.append = async (batch) => {
    await append.call(home, batch);
    if (batch.number === 2) home.hang();
  };
  home.hang();
  const journal = await open(home, spool, "a/1");
  await lookForMore();
  const record = async (from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i++) journal.record(numbered(i));
    await turn();
    await turn();
  };
  await record(0, 2);
  await until(() => home.attempts === 1);
  await record(2, 6);

  // The timer cuts the second portion and lets the event loop run before it writes; now the store takes the first.
  vi.advanceTimersByTime(10);
  expect(inSpool(spool, '"n":2')).toBe(false);
  home.release();
  await until(() => home.attempts === 3);
  expect(home.handed.map(({ number, frames }) => [number, frames.length])).toEqual([
    [1, 2],
    [2, 2],
    [3, 2],
  ]);
  expect(home.raws).toEqual([0, 1, 2, 3].map((i) => numbered(i).raw));

  // The process is killed before the store has the third.
  const left = join(folder, "left");
  cpSync(spool, left, { recursive: true });
  const next = new MoodyHome();
  next.reached.set("a/1", 2);
  const again = await open(next, left, "a/2");
  await lookForMore();
  await again.flush();
  await until(() => again.status().pending === 0);
  expect(next.raws).toEqual([4, 5].map((i) => numbered(i).raw));

  home.release();
  await journal.flush();
  await Promise.all([journal.close(), again.close()]);
});

it("doubles no frame of a portion that went to the store although the spool could not say what is in it", async () => {
  const spool = join(folder, "spool");
  const gone = join(folder, "gone");
  const home = new MoodyHome();
  const { append } = home;
  home.append = async (batch) => {
    await append.call(home, batch);
    if (batch.number !== 3) return;
    renameSync(gone, spool);
    home.hang();
  };
  home.hang();
  const more = { maxBatch: 1, spoolSegment: 20_000 };
  const journal = await open(home, spool, "a/1", more);
  await lookForMore();
  journal.record(numbered(0));
  await until(() => home.attempts === 1);
  // What is read out of the answer makes its portion too long for the present file, and no other can be made.
  const sampledValue = Array.from({ length: 190 }, (_, i) => ({ value: String(i) }));
  const meterValue = [{ timestamp: "2026-01-01T10:00:00Z", sampledValue }];
  const raw = JSON.stringify([2, "1", "MeterValues", { connectorId: 1, meterValue }]);
  const call = journal.record({ ...numbered(1), raw });
  call.action = "MeterValues";
  const answer = '[3,"1",{}]';
  journal.record({ ...numbered(1), direction: "in", kind: "callResult", raw: answer }).pair = call.id;
  journal.record(numbered(2));
  await turn();
  await turn();
  renameSync(spool, gone);
  home.release();
  await until(() => home.attempts === 4);
  expect(home.raws).toEqual([numbered(0).raw, raw, answer]);
  expect(inSpool(spool, '"n":3')).toBe(false);
  expect(inSpool(spool, '"n":4')).toBe(true);

  // The process is killed before the store has the fourth.
  const left = join(folder, "left");
  cpSync(spool, left, { recursive: true });
  const next = new MoodyHome();
  next.batches.push(...home.batches);
  next.reached.set("a/1", 3);
  const again = await open(next, left, "a/2", more);
  await lookForMore();
  await again.flush({ earlier: true });
  expect(next.raws).toEqual([numbered(0).raw, raw, answer, numbered(2).raw]);

  home.release();
  await journal.flush();
  await Promise.all([journal.close(), again.close()]);
});
