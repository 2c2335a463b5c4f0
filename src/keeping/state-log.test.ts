import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readLog } from "./log-files.ts";
import { StateLog } from "./state-log.ts";
import { wholeRecord } from "./testing.ts";

function logIn(fileLimit: number): { folder: string; log: StateLog } {
  const folder = mkdtempSync(join(tmpdir(), "state-log-"));
  const log = new StateLog({ folder, trouble: () => {}, fileLimit });
  onTestFinished(() => {
    log.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, log };
}

it("is not full again and again when what it begins with is larger than a file should be", () => {
  const { folder, log } = logIn(10_000);
  const stations = Array.from({ length: 30 }, (_, i) => `CS-${String(i)}`);
  const writeAll = (): void => stations.forEach((station) => log.append(wholeRecord(station, 1000)));
  writeAll();
  expect(log.full).toBe(true);
  log.next();
  writeAll();
  log.removeEarlier();
  expect(log.full).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect([...readLog(folder).records.keys()]).toEqual(stations);
  writeAll();
  expect(log.full).toBe(true);
});

it("is read whole, whatever stands where one portion of reading ends", () => {
  const { folder, log } = logIn(2 ** 30);
  const records = [
    wholeRecord("SMALL", 10),
    wholeRecord("LARGE", 9 * 2 ** 20 + 1),
    wholeRecord("LARGER", 17 * 2 ** 20),
    wholeRecord("LAST", 10),
  ];
  for (const record of records) log.append(record);
  const read = readLog(folder);
  expect(read.damaged).toBe(0);
  expect([...read.records.values()]).toEqual(records);
});

it("says until when stations lived, but for those that nobody has", () => {
  const { folder, log } = logIn(2 ** 30);
  log.append({ ...wholeRecord("LIVES", 10), at: 5000 });
  log.append({ ...wholeRecord("LATER", 10), at: 9000 });
  log.append({ ...wholeRecord("SLEEPS", 10), at: 5000, asleep: true });
  for (const at of [6000, 7000]) log.alive(at);
  // The next process has not got round to writing anything of them.
  const next = new StateLog({ folder, trouble: () => {} });
  onTestFinished(() => next.close());
  next.alive(8000);
  const { records, damaged } = readLog(folder);
  expect(damaged).toBe(0);
  expect([...records.values()].map(({ station, at }) => [station, at])).toEqual([
    ["LIVES", 7000],
    ["LATER", 9000],
    ["SLEEPS", 5000],
  ]);
});
