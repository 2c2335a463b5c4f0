import { mkdirSync, readFileSync, rmSync, rmdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "../journal.ts";
import { nextStretch, packRecord } from "./record.ts";
import { MoodyHome, numbered, turn, until } from "../testing/moody-home.ts";
import { raws, safe, spooling } from "../testing/spooling.ts";
import { exchange, meter16, start16, Traffic } from "../testing/traffic.ts";

const place = spooling();
const t = new Traffic("1.6J");

describe("with a spool that is damaged", () => {
  async function fill(count: number): Promise<string> {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await place.open(home, { writer: "a/1" });
    for (let i = 0; i < count; i++) {
      journal.record(numbered(i));
      await turn();
      await safe(journal);
    }
    await journal.close();
    return join(place.folder, place.files()[0] ?? "");
  }

  it("cuts a torn end off, says so, and delivers what is before it", async () => {
    const path = await fill(5);
    const whole = readFileSync(path);
    truncateSync(path, whole.length - 7);
    place.reports = [];
    const home = new MoodyHome();
    const journal = await place.open(home);
    journal.record(numbered(5));
    await journal.flush();
    expect(home.raws).toEqual([...raws(0, 4), numbered(5).raw]);
    expect(place.reports[0]).toMatch(
      /^The spool's \d+\.spool ended in the middle of a write; \d+ bytes were cut off\.$/,
    );
    expect(place.files(".damaged")).toEqual([]);
    await journal.close();
  });

  it("sets a damaged record aside with place and reason, and delivers all others", async () => {
    const path = await fill(6);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('\\"3\\"');
    expect(at).toBeGreaterThan(0);
    let hit = nextStretch(bytes, 0);
    while (hit !== null && hit.end <= at) hit = nextStretch(bytes, hit.end);
    bytes[at + 2] = 0x39;
    writeFileSync(path, bytes);
    place.reports = [];
    const home = new MoodyHome();
    const journal = await place.open(home);
    await until(() => journal.status().pending === 0);
    expect(home.raws).toEqual([...raws(0, 3), ...raws(4, 6)]);
    expect(journal.status().spool).toMatchObject({ damaged: 1, records: 0 });
    expect(place.reports[0]).toMatch(/is damaged \(at byte \d+: the record's checksum is wrong\)/);
    await journal.close();
    expect(place.files()).toEqual([]);
    const [name = ""] = place.files(".damaged");
    expect(statSync(join(place.folder, name)).mode & 0o777).toBe(0o600);
    const kept: unknown = JSON.parse(readFileSync(join(place.folder, name), "utf8"));
    expect(kept).toMatchObject({
      offset: hit?.offset,
      length: Number(hit?.end) - Number(hit?.offset),
      bytes: bytes.subarray(hit?.offset, hit?.end).toString("base64"),
    });
  });

  /** Turns a byte of the frame with this number wrong in the only spool file there is. Returns that file. */
  function flip(number: number): string {
    const path = join(place.folder, place.files()[0] ?? "");
    const bytes = readFileSync(path);
    const at = bytes.indexOf(`\\"${number}\\"`);
    expect(at).toBeGreaterThan(0);
    bytes[at + 2] = 0x39 + (number % 2);
    writeFileSync(path, bytes);
    return path;
  }

  async function deliver(home = new MoodyHome()): Promise<MoodyHome> {
    const journal = await place.open(home);
    await until(() => journal.status().pending === 0);
    await journal.close();
    return home;
  }

  async function leaveTogether(count: number): Promise<void> {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await place.open(home, { writer: "a/1", window: 60_000, now: () => 1_700_000_000_000 });
    for (let i = 0; i < count; i++) journal.record(numbered(i));
    await journal.close();
  }

  it("loses one frame to one wrong byte, says whose and when it was, until its bytes are moved away", async () => {
    await leaveTogether(50);
    flip(31);
    place.reports = [];
    const home = new MoodyHome();
    const journal = await place.open(home);
    await until(() => journal.status().pending === 0);
    expect(home.raws).toEqual([...raws(0, 31), ...raws(32, 50)]);
    const { spool } = journal.status();
    const lost = "1 message of CS-1, recorded 2023-11-14T22:13:20.000Z, could not be read";
    const [file = ""] = place.files(".damaged");
    expect(place.reports[0]).toContain(`${lost}; the bytes are kept in ${join(place.folder, file)}.`);
    expect(spool?.damaged).toBe(1);
    expect(spool?.notice).toContain(lost);
    expect(spool?.notice).toContain(`in ${place.folder} (${file})`);
    expect(spool?.notice).toContain("moved away");
    rmSync(join(place.folder, file));
    expect(journal.status().spool).toMatchObject({ damaged: 0, notice: null });
    await journal.close();
  });

  it("tells again after a restart what nobody has moved away", async () => {
    await leaveTogether(50);
    flip(31);
    await deliver();
    const journal = await place.open(new MoodyHome());
    expect(journal.status().spool).toMatchObject({
      damaged: 1,
      notice: expect.stringMatching(/^1 message of CS-1,/),
    });
    await journal.close();
  });

  it("keeps what was set aside before when a file of the same name is damaged", async () => {
    for (const number of [31, 32]) {
      await leaveTogether(50);
      flip(number);
      await deliver();
    }
    const kept = place.files(".damaged").map((name) => readFileSync(join(place.folder, name), "utf8"));
    expect(kept).toHaveLength(2);
    expect(kept.map((text) => (JSON.parse(text) as { stations: string[] }).stations).toSorted()).toEqual([
      ["CS-1"],
      ["CS-2"],
    ]);
  });

  it("keeps the file where its damaged bytes cannot be set aside", async () => {
    await leaveTogether(50);
    const path = flip(31);
    // As many names as anything of the right may have: one that is a place.folder.
    mkdirSync(`${path}.damaged`);
    place.reports = [];
    expect((await deliver()).raws).toHaveLength(49);
    expect(place.reports[0]).toMatch(/could not be set aside, and the file stays/);
    expect(place.files()).toContain(basename(path));
    rmdirSync(`${path}.damaged`);
    await deliver();
    expect(place.files(".damaged")).toHaveLength(1);
    expect(place.files()).toEqual([]);
  });

  it("reads portions with many frames in one record, as they were written before", async () => {
    const journal = new Journal({ store: null, now: () => 5, writer: "a/1" });
    const frames = Array.from({ length: 9 }, (_, i) => journal.record(numbered(i)));
    writeFileSync(
      join(place.folder, "0000000001.spool"),
      Buffer.concat([
        packRecord({ t: "head", format: 1, writer: "a/1", at: 5 }),
        packRecord({ t: "part", w: "a/1", n: 1, first: true, frames: frames.slice(0, 5) }),
        packRecord({ t: "part", w: "a/1", n: 1, frames: frames.slice(5), last: true }),
      ]),
    );
    expect((await deliver()).raws).toEqual(raws(0, 9));
  });

  it("reads samples out of the frames again where a kill tore the end of their portion off", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await place.open(home, { writer: "a/1", window: 60_000 });
    exchange(journal, t, "StartTransaction", start16, {
      transactionId: 7,
      idTagInfo: { status: "Accepted" },
    });
    exchange(journal, t, "MeterValues", meter16, {});
    await journal.close();
    const path = join(place.folder, place.files()[0] ?? "");
    const bytes = readFileSync(path);
    let torn = 0;
    for (let at = nextStretch(bytes, 0); at !== null; at = nextStretch(bytes, at.end))
      if (bytes.subarray(at.offset, at.end).includes('"latency"')) torn = at.end;
    truncateSync(path, torn + 20);
    const next = await deliver();
    expect(next.frames).toHaveLength(4);
    expect(next.batches.map(({ number }) => number)).toEqual([1]);
    expect(next.samples).toMatchObject([{ value: 2500 }, { value: 16.2 }]);
    expect(next.batches[0]?.transactions).toMatchObject([{ transactionId: "7" }]);
  });

  it("refuses a spool of a newer form before anything is delivered", async () => {
    writeFileSync(
      join(place.folder, "0000000001.spool"),
      packRecord({ t: "head", format: 2, writer: "a/1", at: 0 }),
    );
    await expect(place.open(new MoodyHome())).rejects.toThrow(/newer version/);
    expect(place.files()).toEqual(["0000000001.spool"]);
  });
});
