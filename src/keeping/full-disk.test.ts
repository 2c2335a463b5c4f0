import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { smallDisk } from "../../testdata/small-disk.ts";
import { charging } from "../../protocol/v201/testing.ts";
import { readLog } from "./log-files.ts";
import { StateLog } from "./state-log.ts";
import { StationKeeper } from "./station-keeper.ts";
import { wholeRecord } from "./testing.ts";

const { path: disk, trouble, skipped } = smallDisk(1);

it.skipIf(skipped)(
  "a record that finds no room leaves nothing behind that the next one stumbles over, and a keeper says that it is not there",
  () => {
    expect(trouble, "mounting a tmpfs").toBeNull();
    const folder = join(disk, "states");
    const log = new StateLog({ folder, trouble: () => {} });
    onTestFinished(() => log.close());
    const { station, now } = charging();
    const keeper = new StationKeeper({ station: "A", kept: null, generation: 1, log, changed: () => {} });
    keeper.keep(station, now);
    expect(keeper.carryOver()).toBe(true);
    expect(log.append(wholeRecord("LARGE", 2 ** 20))).toBe(false);
    expect(log.failing).toBe(true);
    expect(log.append(wholeRecord("SMALL", 100))).toBe(true);
    expect(log.failing).toBe(false);
    log.next();
    expect(() => writeFileSync(join(disk, "rest"), Buffer.alloc(2 ** 21))).toThrow("ENOSPC");
    expect(keeper.carryOver()).toBe(false);
    const { records, damaged } = readLog(folder);
    expect([...records.keys()]).toEqual(["A", "SMALL"]);
    expect(damaged).toBe(0);
  },
);
