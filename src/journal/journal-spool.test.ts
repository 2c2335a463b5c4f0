import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journal } from "./journal.ts";
import type { JournalOptions } from "./options.ts";
import { nextStretch } from "./spool/record.ts";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";

let folder = "";
let reports: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-spool-"));
  reports = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (home: MoodyHome, more: Partial<Omit<JournalOptions, "store">> = {}): Promise<Journal> =>
  Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    linger: 1,
    window: 4,
    retry: { first: 1, longest: 4 },
    closeTimeout: 1,
    report: (text) => reports.push(text),
    ...more,
  });

const files = (ending = ".spool"): string[] => readdirSync(folder).filter((name) => name.endsWith(ending));
const raws = (from: number, to: number, pad = 0): string[] =>
  Array.from({ length: to - from }, (_, i) => numbered(from + i, pad).raw);

async function recordTurns(journal: Journal, from: number, to: number, pad = 0): Promise<void> {
  for (let i = from; i < to; i++) {
    journal.record(numbered(i, pad));
    if (i % 3 === 0) await turn();
  }
}

const safe = (journal: Journal): Promise<void> => until(() => journal.status().unsafe === 0);

describe("with a store that is well", () => {
  it("leaves nothing in the spool", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { window: 60_000 });
    await recordTurns(journal, 0, 50);
    await journal.flush();
    expect(journal.status()).toMatchObject({
      recorded: 50,
      pending: 0,
      stored: 50,
      unsafe: 0,
      failing: null,
      awaySince: null,
      durability: "window",
      window: 60_000,
      spool: { records: 0, bytes: 0, segments: 0, oldestAt: null, problem: null, damaged: 0, notice: null },
    });
    await journal.close();
    expect(files()).toEqual([]);
    expect(reports).toEqual([]);
  });
});

describe("with a store that is away", () => {
  it("spools, says so, and delivers once and in order when it is back", async () => {
    const home = new MoodyHome();
    const journal = await open(home);
    home.fails = "no primary";
    await recordTurns(journal, 0, 100);
    await safe(journal);
    await until(() => journal.status().failing !== null);
    const { failing, awaySince, spool, pending } = journal.status();
    expect({ failing, pending }).toEqual({ failing: "no primary", pending: 100 });
    expect(awaySince).toBeGreaterThan(0);
    expect(spool).toMatchObject({ records: 100, segments: 1, problem: null });
    expect(spool?.bytes).toBeGreaterThan(10_000);
    expect(spool?.oldestAt).toBeGreaterThan(0);
    home.fails = null;
    await recordTurns(journal, 100, 150);
    await journal.flush();
    expect(home.raws).toEqual(raws(0, 150));
    expect(journal.status()).toMatchObject({ pending: 0, spool: { records: 0, bytes: 0 }, awaySince: null });
    await journal.close();
    expect(files()).toEqual([]);
  });

  it("spools at once, whatever the window, while the store is known to fail", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { window: 600_000 });
    home.fails = "away";
    await recordTurns(journal, 0, 10);
    await until(() => journal.status().failing !== null);
    await safe(journal);
    await recordTurns(journal, 10, 20);
    await safe(journal);
    expect(journal.status()).toMatchObject({ pending: 20, spool: { records: 20 } });
    await journal.close();
  });

  it("spools at once, whatever the window, what comes behind a batch that takes long", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { window: 600_000 });
    home.hang();
    journal.record(numbered(0));
    await until(() => home.attempts === 1);
    journal.record(numbered(1));
    await until(() => journal.status().recorded === 2);
    await safe(journal);
    expect(journal.status()).toMatchObject({ pending: 2, failing: null, spool: { records: 2 } });
    home.release();
    await journal.flush();
    expect(home.raws).toEqual(raws(0, 2));
    await journal.close();
  });

  it("spools before the turn ends, whatever the window, once the machine has held the process up", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { window: 60_000, linger: 60_000 });
    journal.record(numbered(0));
    await turn();
    journal.record(numbered(1));
    for (const start = performance.now(); performance.now() - start < 20;);
    await turn();
    expect(journal.status().unsafe).toBe(0);
    journal.record(numbered(2));
    expect(journal.status().unsafe).toBe(1);
    await turn();
    expect(journal.status()).toMatchObject({ unsafe: 0, pending: 3, failing: null });
    await journal.close();
    expect(home.raws).toEqual(raws(0, 3));
  });

  it("keeps only the newest in memory, and reads the others back in order while new ones come", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { maxMemory: 2000, spoolSegment: 20_000, maxBatch: 40 });
    home.hang();
    await recordTurns(journal, 0, 600);
    await safe(journal);
    expect(journal.status().spool?.segments).toBeGreaterThan(3);
    home.release();
    await recordTurns(journal, 600, 900);
    await journal.flush();
    expect(home.raws).toEqual(raws(0, 900));
    expect(home.batches.every((batch) => batch.frames.length <= 40)).toBe(true);
    expect(home.batches.some((batch) => batch.frames.length > 10)).toBe(true);
    await journal.close();
    expect(files()).toEqual([]);
  });

  it("records and spools while the store never answers, without waiting for either", async () => {
    const home = new MoodyHome();
    const journal = await open(home);
    home.hang();
    const order: string[] = [];
    journal.subscribe((frames) => order.push(...frames.map((frame) => `seen ${frame.messageId}`)));
    for (let i = 0; i < 3; i++) {
      journal.record(numbered(i)).messageId = String(i);
      order.push(`recorded ${i}`);
      await turn();
      await turn();
    }
    expect(order).toEqual([0, 1, 2].flatMap((i) => [`recorded ${i}`, `seen ${i}`]));
    await safe(journal);
    expect(home.attempts).toBe(1);
    expect(home.batches).toEqual([]);
    await journal.close();
    expect(reports).toEqual([
      "3 records are safe in the spool and go into the store at the next start: the store does not answer.",
    ]);
  });

  it("delivers after a restart what it could not before, under the old name and in order", async () => {
    const home = new MoodyHome();
    const first = await open(home, { writer: "a/1" });
    home.fails = "away";
    await recordTurns(first, 0, 40);
    await first.close();
    const second = await open(home, { writer: "a/2" });
    await recordTurns(second, 40, 60);
    await second.close();
    home.fails = null;
    reports = [];
    const third = await open(home, { writer: "a/3" });
    expect(third.status()).toMatchObject({ recorded: 0, pending: 60, spool: { records: 60 } });
    await recordTurns(third, 60, 80);
    await third.flush();
    expect(home.raws).toEqual(raws(0, 80));
    expect(new Set(home.frames.map((frame) => frame.writer))).toEqual(new Set(["a/1", "a/2", "a/3"]));
    for (const batch of home.batches)
      expect(new Set(batch.frames.map((frame) => frame.writer))).toEqual(new Set([batch.writer]));
    const ids = home.frames.map((frame) => frame.id);
    expect(ids.toSorted()).toEqual(ids);
    expect(third.status()).toMatchObject({ pending: 0, stored: 80, spool: { records: 0 } });
    expect(reports).toEqual(["60 records of earlier runs are in the spool and go into the store now."]);
    await third.close();
    expect(files()).toEqual([]);
  });

  it("doubles nothing when the answer was lost and the process ended", async () => {
    const home = new MoodyHome();
    home.forgets = true;
    const first = await open(home, { writer: "a/1" });
    await recordTurns(first, 0, 10);
    await until(() => home.batches.length > 0);
    await recordTurns(first, 10, 30);
    await safe(first);
    await first.close();
    home.forgets = false;
    const second = await open(home, { writer: "a/2" });
    await recordTurns(second, 30, 33);
    await second.flush();
    await until(() => second.status().pending === 0);
    expect(home.raws).toEqual(raws(0, 33));
    await second.close();
  });

  it("hands over again exactly what was under way when the process was killed", async () => {
    const home = new MoodyHome();
    const first = await open(home, { writer: "a/1" });
    const spoolOne = async (number: number): Promise<void> => {
      first.record(numbered(number));
      await turn();
      await safe(first);
    };
    // The first portion is under way alone, then the others together.
    home.fails = "away";
    for (let i = 0; i < 5; i++) await spoolOne(i);
    await until(() => home.attempts > 0);
    const alone = home.handed[0];
    const again = async (): Promise<MoodyHome> => {
      const copy = mkdtempSync(join(tmpdir(), "stationmaster-spool-copy-"));
      cpSync(folder, copy, { recursive: true });
      const next = new MoodyHome();
      for (const [writer, number] of home.reached) next.reached.set(writer, number);
      const journal = await open(next, { spoolFolder: copy });
      await until(() => journal.status().pending === 0);
      await journal.close();
      rmSync(copy, { recursive: true });
      return next;
    };
    const afterFirst = await again();
    expect(alone?.frames).toHaveLength(1);
    expect(afterFirst.handed[0]).toEqual(alone);
    expect(afterFirst.raws).toEqual(raws(0, 5));

    const { append } = home;
    home.append = async (batch) => {
      await append.call(home, batch);
      home.hang();
    };
    home.fails = null;
    await until(() => home.handed.at(-1)?.number === 5);
    for (let i = 5; i < 8; i++) await spoolOne(i);
    const together = home.handed.at(-1);
    expect(together?.frames).toHaveLength(4);
    const afterSecond = await again();
    expect(afterSecond.handed[0]).toEqual(together);
    expect(afterSecond.raws).toEqual(raws(1, 8));
    home.release();
    await first.close();
  });

  it("gives ids that go on after those in the spool, also when the clock was set back", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const first = await open(home, { now: () => 2e12 });
    const old = first.record(numbered(0));
    await first.close();
    const second = await open(home, { now: () => 1e12 });
    const young = second.record(numbered(1));
    expect(young.id > old.id).toBe(true);
    home.fails = null;
    await second.flush();
    expect(home.frames.map((frame) => [frame.id, frame.at])).toEqual([
      [old.id, 2e12],
      [young.id, 1e12],
    ]);
    await second.close();
  });

  it("keeps what a spool that is full does not take, raises the alarm, and loses nothing", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { spoolLimit: 6000 });
    home.fails = "away";
    await recordTurns(journal, 0, 60);
    await until(() => journal.status().spool?.problem !== null);
    const status = journal.status();
    expect(status.failing).toBe("away; the spool: the spool is full (6000 bytes)");
    expect(status.unsafe).toBeGreaterThan(0);
    expect(status.spool?.bytes).toBeLessThanOrEqual(6000);
    home.fails = null;
    await journal.flush();
    expect(home.raws).toEqual(raws(0, 60));
    await journal.close();
  });

  it("throws at the end when records are neither in the store nor in the spool", async () => {
    const home = new MoodyHome();
    const journal = await open(home, { spoolLimit: 100 });
    home.fails = "away";
    journal.record(numbered(0));
    await expect(journal.close()).rejects.toThrow(
      "1 records could not be stored: away; the spool: the spool is full (100 bytes)",
    );
  });

  it("saves also what was recorded in the last turn before the end", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await open(home, { closeTimeout: 0 });
    // What is recorded in the loop's last phase ends its turn only after the timers of the next round.
    await turn();
    journal.record(numbered(0));
    const begin = performance.now();
    const closed = journal.close();
    while (performance.now() - begin < 5);
    await closed;
    home.fails = null;
    const next = await open(home);
    await until(() => next.status().pending === 0);
    expect(home.raws).toEqual(raws(0, 1));
    await next.close();
  });

  it("keeps transactions, samples and events that are only in the spool", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const first = await open(home, { writer: "a/1" });
    exchange(first, "StartTransaction", start16, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    exchange(first, "MeterValues", meter16, {});
    await first.close();
    const second = await open(home, { writer: "a/2" });
    exchange(second, "StopTransaction", stop16, {});
    home.fails = null;
    await second.flush();
    const [begun, ended] = home.batches.flatMap((batch) => batch.transactions);
    expect(begun).toMatchObject({ transactionId: "7", endedAt: null });
    expect(ended).toMatchObject({ key: begun?.key, transactionId: "7", meterStop: 5100 });
    expect(home.samples).toMatchObject([{ transactionKey: begun?.key, value: 2500 }]);
    expect(home.batches.flatMap((batch) => batch.events.map(({ phase }) => phase))).toEqual([
      "started",
      "ended",
    ]);
    await second.close();
  });
});

it.each(["the store", "the spool"])(
  "reads after a kill the samples of a CALL whose answer was never recorded, from %s",
  async (place) => {
    const home = new MoodyHome();
    if (place === "the spool") home.fails = "away";
    const first = await open(home, { writer: "a/1" });
    exchange(first, "StartTransaction", start16, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    const call = first.record({ ...numbered(1), raw: JSON.stringify([2, "m", "MeterValues", meter16]) });
    call.action = "MeterValues";
    if (place === "the store") await first.flush();
    await first.close();
    home.fails = null;
    const second = await open(home, { writer: "a/2" });
    await until(() => second.status().pending === 0);
    expect(home.samples).toEqual([]);
    for (let i = 0; i < 2; i++) second.record(numbered(1)).action = "Heartbeat";
    await second.flush();
    expect(home.samples).toMatchObject([{ value: 2500 }]);
    await second.close();
    const third = await open(home, { writer: "a/3" });
    third.record(numbered(1)).action = "Heartbeat";
    await third.close();
    expect(home.samples).toHaveLength(1);
  },
);

const start16 = { connectorId: 2, idTag: "A", meterStart: 100, timestamp: "2026-01-01T10:00:00Z" };
const meter16 = {
  connectorId: 2,
  transactionId: 7,
  meterValue: [{ timestamp: "2026-01-01T10:01:00Z", sampledValue: [{ value: "2500" }] }],
};
const stop16 = { transactionId: 7, meterStop: 5100, timestamp: "2026-01-01T10:05:00Z" };

function exchange(journal: Journal, action: string, request: object, response: object): void {
  const call = journal.record({ ...numbered(1), raw: JSON.stringify([2, "m", action, request]) });
  call.action = action;
  const answer = journal.record({
    ...numbered(1),
    direction: "in",
    kind: "callResult",
    raw: JSON.stringify([3, "m", response]),
  });
  answer.pair = call.id;
}

describe("with a spool that is damaged", () => {
  async function fill(count: number): Promise<string> {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await open(home, { writer: "a/1" });
    for (let i = 0; i < count; i++) {
      journal.record(numbered(i));
      await turn();
      await safe(journal);
    }
    await journal.close();
    return join(folder, files()[0] ?? "");
  }

  it("cuts a torn end off, says so, and delivers what is before it", async () => {
    const path = await fill(5);
    const whole = readFileSync(path);
    truncateSync(path, whole.length - 7);
    reports = [];
    const home = new MoodyHome();
    const journal = await open(home);
    journal.record(numbered(5));
    await journal.flush();
    expect(home.raws).toEqual([...raws(0, 4), numbered(5).raw]);
    expect(reports[0]).toMatch(
      /^The spool's \d+\.spool ended in the middle of a write; \d+ bytes were cut off\.$/,
    );
    expect(files(".damaged")).toEqual([]);
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
    reports = [];
    const home = new MoodyHome();
    const journal = await open(home);
    await until(() => journal.status().pending === 0);
    expect(home.raws).toEqual([...raws(0, 3), ...raws(4, 6)]);
    expect(journal.status().spool).toMatchObject({ damaged: 1, records: 0 });
    expect(reports[0]).toMatch(/is damaged \(at byte \d+: the record's checksum is wrong\)/);
    await journal.close();
    expect(files()).toEqual([]);
    const [name = ""] = files(".damaged");
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const kept: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(kept).toMatchObject({
      offset: hit?.offset,
      length: Number(hit?.end) - Number(hit?.offset),
      bytes: bytes.subarray(hit?.offset, hit?.end).toString("base64"),
    });
  });

  /** Turns a byte of the frame with this number wrong in the only spool file there is. Returns that file. */
  function flip(number: number): string {
    const path = join(folder, files()[0] ?? "");
    const bytes = readFileSync(path);
    const at = bytes.indexOf(`\\"${number}\\"`);
    expect(at).toBeGreaterThan(0);
    bytes[at + 2] = 0x39 + (number % 2);
    writeFileSync(path, bytes);
    return path;
  }

  async function deliver(home = new MoodyHome()): Promise<MoodyHome> {
    const journal = await open(home);
    await until(() => journal.status().pending === 0);
    await journal.close();
    return home;
  }

  async function leaveTogether(count: number): Promise<void> {
    const home = new MoodyHome();
    home.fails = "away";
    const journal = await open(home, { writer: "a/1", window: 60_000, now: () => 1_700_000_000_000 });
    for (let i = 0; i < count; i++) journal.record(numbered(i));
    await journal.close();
  }

  it("loses one frame to one wrong byte, says whose and when it was, until its bytes are moved away", async () => {
    await leaveTogether(50);
    flip(31);
    reports = [];
    const home = new MoodyHome();
    const journal = await open(home);
    await until(() => journal.status().pending === 0);
    expect(home.raws).toEqual([...raws(0, 31), ...raws(32, 50)]);
    const { spool } = journal.status();
    const lost = "1 message of CS-1, recorded 2023-11-14T22:13:20.000Z, could not be read";
    const [file = ""] = files(".damaged");
    expect(reports[0]).toContain(`${lost}; the bytes are kept in ${join(folder, file)}.`);
    expect(spool?.damaged).toBe(1);
    expect(spool?.notice).toContain(lost);
    expect(spool?.notice).toContain(`in ${folder} (${file})`);
    expect(spool?.notice).toContain("moved away");
    rmSync(join(folder, file));
    expect(journal.status().spool).toMatchObject({ damaged: 0, notice: null });
    await journal.close();
  });

  it("tells again after a restart what nobody has moved away", async () => {
    await leaveTogether(50);
    flip(31);
    await deliver();
    const journal = await open(new MoodyHome());
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
    const kept = files(".damaged").map((name) => readFileSync(join(folder, name), "utf8"));
    expect(kept).toHaveLength(2);
    expect(kept.map((text) => (JSON.parse(text) as { stations: string[] }).stations).toSorted()).toEqual([
      ["CS-1"],
      ["CS-2"],
    ]);
  });

  it("keeps the file where its damaged bytes cannot be set aside", async () => {
    await leaveTogether(50);
    const path = flip(31);
    // As many names as anything of the right may have: one that is a folder.
    mkdirSync(`${path}.damaged`);
    reports = [];
    expect((await deliver()).raws).toHaveLength(49);
    expect(reports[0]).toMatch(/could not be set aside, and the file stays/);
    expect(files()).toContain(basename(path));
    rmdirSync(`${path}.damaged`);
    await deliver();
    expect(files(".damaged")).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  it("reads portions with many frames in one record, as they were written before", async () => {
    const { packRecord } = await import("./spool/record.ts");
    const journal = new Journal({ store: null, now: () => 5, writer: "a/1" });
    const frames = Array.from({ length: 9 }, (_, i) => journal.record(numbered(i)));
    writeFileSync(
      join(folder, "0000000001.spool"),
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
    const journal = await open(home, { writer: "a/1", window: 60_000 });
    exchange(journal, "StartTransaction", start16, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    exchange(journal, "MeterValues", meter16, {});
    await journal.close();
    const path = join(folder, files()[0] ?? "");
    const bytes = readFileSync(path);
    let torn = 0;
    for (let at = nextStretch(bytes, 0); at !== null; at = nextStretch(bytes, at.end))
      if (bytes.subarray(at.offset, at.end).includes('"latency"')) torn = at.end;
    truncateSync(path, torn + 20);
    const next = await deliver();
    expect(next.frames).toHaveLength(4);
    expect(next.batches.map(({ number }) => number)).toEqual([1]);
    expect(next.samples).toMatchObject([{ value: 2500 }]);
    expect(next.batches[0]?.transactions).toMatchObject([{ transactionId: "7" }]);
  });

  it("refuses a spool of a newer form before anything is delivered", async () => {
    const { packRecord } = await import("./spool/record.ts");
    writeFileSync(
      join(folder, "0000000001.spool"),
      packRecord({ t: "head", format: 2, writer: "a/1", at: 0 }),
    );
    await expect(open(new MoodyHome())).rejects.toThrow(/newer version/);
    expect(files()).toEqual(["0000000001.spool"]);
  });
});

describe("with every frame written at once", () => {
  const everyFrame = { durability: "every-frame", window: 60_000 } as const;

  it("has a record on disk before `record` returns, and its completed form at the end of the turn", async () => {
    const home = new MoodyHome();
    home.hang();
    const journal = await open(home, everyFrame);
    const onDisk = (text: string): boolean =>
      files().some((name) => readFileSync(join(folder, name)).includes(text));
    const frame = journal.record(numbered(4711));
    expect(onDisk(frame.id)).toBe(true);
    frame.marks = ["filled in later"];
    expect(onDisk("filled in later")).toBe(false);
    await turn();
    await turn();
    expect(onDisk("filled in later")).toBe(true);
    expect(journal.status()).toMatchObject({ durability: "every-frame", window: 0, unsafe: 0, pending: 1 });
    await journal.close();
  });

  it("completes by itself what a killed process could not, and marks it", async () => {
    const { packRecord } = await import("./spool/record.ts");
    const home = new MoodyHome();
    const frames = ['[2,"7","Heartbeat",{}]', '[3,"7",{}]', '[4,"8","InternalError","",{}]', "rubbish"].map(
      (raw) =>
        new Journal({ store: null, now: () => 5, writer: "a/1" }).record({
          ...numbered(0),
          kind: "fault",
          raw,
        }),
    );
    frames.sort((a, b) => (a.id < b.id ? -1 : 1));
    const done = { ...frames[0], action: "Filled", messageId: "in" };
    writeFileSync(
      join(folder, "0000000001.spool"),
      Buffer.concat([
        ...frames.map((f) => packRecord({ t: "frame", f })),
        packRecord({ t: "done", w: "a/1", frames: [done] }),
      ]),
    );
    const journal = await open(home, everyFrame);
    await until(() => journal.status().pending === 0);
    const [first, ...others] = home.frames;
    expect(first).toEqual(done);
    const recovered = new Map(others.map((frame) => [frame.raw, frame]));
    const expected = {
      '[2,"7","Heartbeat",{}]': { kind: "call", action: "Heartbeat", messageId: "7" },
      '[3,"7",{}]': { kind: "callResult", action: null, messageId: "7" },
      '[4,"8","InternalError","",{}]': { kind: "callError", messageId: "8", error: "InternalError" },
      rubbish: { kind: "fault", error: "not-json" },
    };
    for (const [raw, part] of Object.entries(expected))
      if (raw !== first?.raw) expect(recovered.get(raw)).toMatchObject({ ...part, marks: ["recovered"] });
    await journal.close();
    expect(files()).toEqual([]);
  });

  it("delivers in order what it wrote, also after a restart and beyond what memory holds", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const more = { ...everyFrame, window: 4, maxMemory: 1500, spoolSegment: 15_000, maxBatch: 30 };
    const first = await open(home, more);
    await recordTurns(first, 0, 200);
    await first.close();
    const second = await open(home, more);
    await recordTurns(second, 200, 400);
    await until(() => second.status().failing !== null);
    home.fails = null;
    await recordTurns(second, 400, 450);
    await second.flush();
    expect(home.raws).toEqual(raws(0, 450));
    expect(second.status()).toMatchObject({ pending: 0, stored: 450, spool: { records: 0 } });
    await second.close();
    expect(files()).toEqual([]);
  });

  it("doubles nothing that the store took from a process that was killed before it could note that", async () => {
    const home = new MoodyHome();
    const first = await open(home, { ...everyFrame, writer: "a/1" });
    await recordTurns(first, 0, 30);
    const copied = files().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
    await first.flush();
    await first.close();
    // As it was before the store answered.
    for (const { name, bytes } of copied) writeFileSync(join(folder, name), bytes);
    const second = await open(home, { ...everyFrame, writer: "a/2" });
    await until(() => second.status().pending === 0);
    await second.close();
    expect(home.raws).toEqual(raws(0, 30));
  });
});
