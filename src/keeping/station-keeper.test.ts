import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { booted, here, token } from "../../protocol/v201/testing.ts";
import type { KeptPart } from "../../protocol/model/keeping/kept-parts.ts";
import type { Station } from "../../protocol/model/station.ts";
import type { Dialogue } from "../../protocol/model/testing.ts";
import { logFiles, readLog } from "./log-files.ts";
import { StateLog } from "./state-log.ts";
import type { StateLogOptions } from "./state-log.ts";
import { StationKeeper } from "./station-keeper.ts";

const folders: string[] = [];
const logs: StateLog[] = [];
afterEach(() => {
  for (const log of logs.splice(0)) log.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function logIn(options: Partial<StateLogOptions> = {}): { folder: string; log: StateLog } {
  const parent = mkdtempSync(join(tmpdir(), "states-"));
  folders.push(parent);
  const folder = join(parent, "log");
  const log = new StateLog({ folder, trouble: () => {}, ...options });
  logs.push(log);
  return { folder, log };
}

function keeperFor(log: StateLog, station = "CS-1"): StationKeeper {
  return new StationKeeper({ station, kept: null, generation: 1, log, changed: () => {} });
}

const knows = ({ station }: Dialogue) =>
  Object.fromEntries(
    [...station.kept()].map(({ name, value }) => [name, JSON.parse(JSON.stringify(value()))]),
  );
const inLog = (folder: string, station = "CS-1") =>
  Object.fromEntries(
    [...(readLog(folder).records.get(station)?.parts ?? [])].map(([name, text]) => [name, JSON.parse(text)]),
  );

const steps: ((d: Dialogue) => unknown)[] = [
  (d) => d.do({ kind: "plug-in", ...here }),
  (d) => d.do({ kind: "unplug", ...here }),
  (d) => d.do({ kind: "present-token", token }),
  (d) => d.wait(61),
  (d) => d.do({ kind: "drop-link" }),
  (d) => d.do({ kind: "reconnect" }),
  (d) => d.ask("ClearCache", {}),
  (d) => d.withheld.add("TransactionEvent"),
  (d) => d.release(),
  (d) => d.release({ kind: "timeout" }),
  (d) => d.cut(),
];
const settings = {
  "OCPPCommCtrlr.MessageAttempts[TransactionEvent]": "2",
  "AuthCtrlr.OfflineTxForUnknownIdEnabled": "true",
};

it("has in the log what the station knows, after any story, over files that become full and failures to write", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: steps.length + 1 }), { maxLength: 30 }), (story) => {
      const { folder, log } = logIn({ fileLimit: 4000 });
      const keeper = keeperFor(log);
      const d = booted({ settings });
      for (const step of story) {
        if (step === steps.length) log.next();
        else if (step > steps.length) keeper.carryOver();
        else steps[step]?.(d);
        keeper.keep(d.station, d.now);
      }
      keeper.keep(d.station, d.now);
      if (story.length > 0) expect(inLog(folder)).toEqual(knows(d));
    }),
    { numRuns: 100 },
  );
});

it("writes only what changed", () => {
  const { folder, log } = logIn();
  const keeper = keeperFor(log);
  const d = booted()
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token });
  keeper.keep(d.station, d.now);
  const size = (): number => readFileSync(logFiles(folder)[0]?.path ?? "").length;
  const before = size();
  keeper.keep(d.station, d.now);
  expect(size()).toBe(before);
  d.wait(61);
  keeper.keep(d.station, d.now);
  expect(size() - before).toBeLessThan(before);
});

it("asks a station for what changed, however many messages wait, and for all of it once per file", () => {
  const asked = (waiting: number): number[] => {
    const { log } = logIn();
    const keeper = keeperFor(log);
    const d = booted({ settings }).do({ kind: "drop-link" });
    for (let count = 0; count < waiting; count++) d.do({ kind: "present-token", token, evse: 1 });
    let parts = 0;
    const counted = function* (all: Iterable<KeptPart>) {
      for (const part of all) {
        parts++;
        yield part;
      }
    };
    const station: Station = {
      ...d.station,
      kept: () => counted(d.station.kept()),
      changed: (whole) => {
        const change = d.station.changed(whole);
        return { ...change, parts: counted(change.parts) };
      },
    };
    const after = (act: () => unknown): number => {
      act();
      parts = 0;
      keeper.keep(station, d.now);
      return parts;
    };
    const first = after(() => d.wait(1));
    expect(first).toBeGreaterThan(waiting / 2);
    const later = [() => d.wait(1), () => d.do({ kind: "plug-in", ...here })].map(after);
    expect(after(() => log.next())).toBeGreaterThanOrEqual(first);
    return [...later, after(() => d.wait(1))];
  };
  expect(asked(300)).toEqual(asked(4));
});

it("goes on from the last whole line of a log that ends in the middle of one", () => {
  const { folder, log } = logIn();
  const keeper = keeperFor(log);
  const d = booted();
  const known: unknown[] = [{}];
  const ends: number[] = [0];
  for (const step of [0, 2, 3, 3, 2, 1]) {
    steps[step]?.(d);
    keeper.keep(d.station, d.now);
    known.push(knows(d));
    ends.push(readFileSync(logFiles(folder)[0]?.path ?? "").length);
  }
  const path = logFiles(folder)[0]?.path ?? "";
  const whole = readFileSync(path);
  for (let length = whole.length; length >= 0; length -= 97) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    // The line break itself says nothing.
    const last = ends.findLastIndex((end) => end <= length + 1);
    expect(inLog(folder)).toEqual(known[last]);
  }
});

it("forgets a station, and keeps nothing of it any more", () => {
  const { folder, log } = logIn();
  const keeper = keeperFor(log);
  const other = keeperFor(log, "CS-2");
  const d = booted();
  keeper.keep(d.station, d.now);
  other.keep(d.station, d.now);
  keeper.forget();
  keeper.keep(d.do({ kind: "plug-in", ...here }).station, d.now);
  expect([...readLog(folder).records.keys()]).toEqual(["CS-2"]);
});

it("sets aside what an earlier life knew, whatever the name of the station is", () => {
  const { folder, log } = logIn();
  const kept = { format: 99, at: 5, parts: { station: "ü" } };
  for (const station of ["../CS 1", "x".repeat(255)]) {
    const parts = { station, generation: 1, log, changed: () => {} };
    const path = new StationKeeper({ ...parts, kept }).setAside() ?? "";
    expect(dirname(path)).toBe(folder);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(kept);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(new StationKeeper({ ...parts, kept: null }).setAside()).toBeNull();
  }
  expect(readLog(folder).damaged).toBe(0);
});

it("says once that the disk does not take it, and writes all of it when it does", () => {
  const told: unknown[] = [];
  const { folder, log } = logIn({ trouble: (error) => told.push(error) });
  // A file stands where the folder belongs.
  writeFileSync(folder, "");
  const keeper = keeperFor(log);
  const d = booted();
  keeper.keep(d.station, d.now);
  keeper.keep(d.do({ kind: "plug-in", ...here }).station, d.now);
  expect([told.length, log.failing]).toEqual([1, true]);
  rmSync(folder);
  keeper.keep(d.do({ kind: "present-token", token }).station, d.now);
  expect([told.length, told[1], log.failing]).toEqual([2, null, false]);
  expect(inLog(folder)).toEqual(knows(d));
  expect(readdirSync(folder)).toHaveLength(1);
});

it("writes all of it after a change that it was told of and could not write", () => {
  const { folder, log } = logIn();
  const keeper = keeperFor(log);
  const d = booted();
  keeper.keep(d.station, d.now);
  d.do({ kind: "drop-link" }).do({ kind: "plug-in", ...here });
  const changed = (whole: boolean): never => {
    d.station.changed(whole);
    throw new RangeError("Invalid string length");
  };
  expect(() => keeper.keep({ ...d.station, changed }, d.now)).toThrow(RangeError);
  keeper.keep(d.station, d.now);
  expect(inLog(folder)).toEqual(knows(d));
});
