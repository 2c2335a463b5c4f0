import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { charging } from "../../protocol/v201/testing.ts";
import { errorText } from "../error-text.ts";
import { readLog } from "./log-files.ts";
import { StateLog } from "./state-log.ts";
import { StationKeeper } from "./station-keeper.ts";
import { wholeRecord } from "./testing.ts";

const disk = mkdtempSync(join(tmpdir(), "stationmaster-states-disk-"));
const trouble = mount();
if (trouble !== null && process.env["CI"] !== "true")
  console.warn(`SKIPPED: the full-disk test of states needs to mount a tmpfs (root): ${trouble}`);

function mount(): string | null {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], { stdio: "pipe" });
    return null;
  } catch (error) {
    return errorText(error);
  }
}

afterAll(() => {
  if (trouble === null) execFileSync("umount", [disk]);
  rmSync(disk, { recursive: true, force: true });
});

it.skipIf(trouble !== null && process.env["CI"] !== "true")(
  "a record that finds no room leaves nothing behind that the next one stumbles over, and a keeper says that it is not there",
  () => {
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
