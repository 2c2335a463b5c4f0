import { fdatasync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Batch } from "../../store/store.ts";
import { Journal } from "../journal.ts";
import { numbered } from "../testing/moody-home.ts";
import { SegmentFile } from "./file.ts";
import { Spool } from "./spool.ts";

let folder = "";
let reports: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-disk-sync-"));
  reports = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const patience = { timeout: 60_000 };

/** A disk whose syncs end when they are told to, and fail when told to. */
class SlowDisk {
  calls = 0;
  fails = false;
  #ends: (() => void)[] = [];
  slow = false;

  readonly toDisk = async (fd: number): Promise<void> => {
    this.calls += 1;
    if (this.slow) await new Promise<void>((resolve) => this.#ends.push(resolve));
    if (this.fails) throw new Error("EIO: the disk is ill");
    await promisify(fdatasync)(fd);
  };

  /** Lets those under way end. */
  release(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}

const line = (text: string): Buffer => Buffer.from(`${text}\n`);

describe("a file", () => {
  it("is synced again where something was written while a sync was under way", async () => {
    const disk = new SlowDisk();
    disk.slow = true;
    const file = new SegmentFile(join(folder, "a"), disk.toDisk);
    file.appendNow(line("first"));
    const first = file.sync();
    file.appendNow(line("second"));
    let done = false;
    const second = file.sync().then(() => (done = true));
    expect(disk.calls).toBe(1);
    disk.release();
    await first;
    expect(file.dirty).toBe(true);
    await vi.waitFor(() => expect(disk.calls).toBe(2), patience);
    expect(done).toBe(false);
    disk.release();
    await second;
    expect(file.dirty).toBe(false);
    await file.close();
  });

  it("is dirty after a failed sync, and written anew before the next", async () => {
    const disk = new SlowDisk();
    disk.fails = true;
    const path = join(folder, "a");
    const file = new SegmentFile(path, disk.toDisk);
    const text = "x".repeat(3_000_000);
    file.appendNow(line(text));
    await expect(file.sync()).rejects.toThrow("EIO");
    expect(file.dirty).toBe(true);
    disk.fails = false;
    await file.append(line("more"));
    await file.sync();
    expect([disk.calls, file.dirty]).toEqual([2, false]);
    await file.close();
    expect(readFileSync(path, "utf8")).toBe(`${text}\nmore\n`);
  });
});

describe("a spool", () => {
  const open = (disk: SlowDisk, segment = 2 ** 20): Promise<Spool> =>
    Spool.open({
      folder,
      writer: "a/1",
      limit: 2 ** 30,
      segment,
      sync: false,
      report: (text) => reports.push(text),
      toDisk: disk.toDisk,
    }).then(({ spool }) => spool);

  const journal = new Journal({ store: null, now: () => 1, writer: "a/1" });
  const portion = (number: number): Batch => ({
    writer: "a/1",
    number,
    frames: [journal.record(numbered(number))],
    transactions: [],
    samples: [],
    events: [],
    connections: [],
  });

  it("brings to the disk what was written while the disk was busy, without another write", async () => {
    const disk = new SlowDisk();
    disk.slow = true;
    const spool = await open(disk);
    await spool.write(portion(1));
    await vi.waitFor(() => expect(disk.calls).toBe(1), patience);
    await spool.write(portion(2));
    disk.release();
    await vi.waitFor(() => expect(disk.calls).toBe(2), patience);
    disk.slow = false;
    disk.release();
    await spool.close();
    expect([disk.calls, reports]).toEqual([2, []]);
  });

  it("tries a failed sync again until it succeeds, and says both once", async () => {
    const disk = new SlowDisk();
    disk.fails = true;
    const spool = await open(disk);
    await spool.write(portion(1));
    await vi.waitFor(() => expect(disk.calls).toBeGreaterThan(2), patience);
    disk.fails = false;
    await vi.waitFor(() => expect(reports).toHaveLength(2), patience);
    expect(reports).toEqual([
      expect.stringMatching(/cannot be brought to the disk.*EIO/),
      "The spool can be brought to the disk again.",
    ]);
    await spool.close();
  });

  it("closes a segment that has ended only when all of it is on the disk", async () => {
    const disk = new SlowDisk();
    const spool = await open(disk, 100);
    disk.slow = true;
    await spool.write(portion(1));
    await spool.write(portion(2));
    await vi.waitFor(() => expect(disk.calls).toBe(1), patience);
    disk.fails = true;
    disk.release();
    await vi.waitFor(() => expect(reports).toHaveLength(1), patience);
    disk.fails = false;
    disk.slow = false;
    await vi.waitFor(() => expect(reports).toHaveLength(2), patience);
    await spool.close();
  });

  it("rejects at the end what is not on the disk after one more attempt", async () => {
    const disk = new SlowDisk();
    const spool = await open(disk);
    await spool.write(portion(1));
    disk.fails = true;
    await expect(spool.close()).rejects.toThrow("the spool could not be brought to the disk: EIO");
    expect(disk.calls).toBe(2);
  });
});
