import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";
import { raws, recordTurns, safe, spooling } from "./testing/spooling.ts";
import { exchange, meter16, start16, stop16, Traffic } from "./testing/traffic.ts";

const place = spooling();
const t = new Traffic("1.6J");

describe("after a restart", () => {
  it("delivers after a restart what it could not before, under the old name and in order", async () => {
    const home = new MoodyHome();
    const first = await place.open(home, { writer: "a/1" });
    home.fails = "away";
    await recordTurns(first, 0, 40);
    await first.close();
    const second = await place.open(home, { writer: "a/2" });
    await recordTurns(second, 40, 60);
    await second.close();
    home.fails = null;
    place.reports = [];
    const third = await place.open(home, { writer: "a/3" });
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
    expect(place.reports).toEqual(["60 records of earlier runs are in the spool and go into the store now."]);
    await third.close();
    expect(place.files()).toEqual([]);
  });

  it("doubles nothing when the answer was lost and the process ended", async () => {
    const home = new MoodyHome();
    home.forgets = true;
    const first = await place.open(home, { writer: "a/1" });
    await recordTurns(first, 0, 10);
    await until(() => home.batches.length > 0);
    await recordTurns(first, 10, 30);
    await safe(first);
    await first.close();
    home.forgets = false;
    const second = await place.open(home, { writer: "a/2" });
    await recordTurns(second, 30, 33);
    await second.flush();
    await until(() => second.status().pending === 0);
    expect(home.raws).toEqual(raws(0, 33));
    await second.close();
  });

  it("hands over again exactly what was under way when the process was killed", async () => {
    const home = new MoodyHome();
    const first = await place.open(home, { writer: "a/1" });
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
      cpSync(place.folder, copy, { recursive: true });
      const next = new MoodyHome();
      for (const [writer, number] of home.reached) next.reached.set(writer, number);
      const journal = await place.open(next, { spoolFolder: copy });
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
    const first = await place.open(home, { now: () => 2e12 });
    const old = first.record(numbered(0));
    await first.close();
    const second = await place.open(home, { now: () => 1e12 });
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

  it("keeps transactions, samples and events that are only in the spool", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const first = await place.open(home, { writer: "a/1" });
    exchange(first, t, "StartTransaction", start16, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    exchange(first, t, "MeterValues", meter16, {});
    await first.close();
    const second = await place.open(home, { writer: "a/2" });
    exchange(second, t, "StopTransaction", stop16, {});
    home.fails = null;
    await second.flush();
    const [begun, ended] = home.batches.flatMap((batch) => batch.transactions);
    expect(begun).toMatchObject({ transactionId: "7", endedAt: null });
    expect(ended).toMatchObject({ key: begun?.key, transactionId: "7", meterStop: 5100 });
    expect(home.samples).toMatchObject([{ transactionKey: begun?.key, value: 2500 }, { value: 16.2 }]);
    expect(home.batches.flatMap((batch) => batch.events.map(({ phase }) => phase))).toEqual([
      "started",
      "ended",
    ]);
    await second.close();
  });
});

it.each(["the store", "the spool"])(
  "reads after a kill the samples of a CALL whose answer was never recorded, from %s",
  async (where) => {
    const home = new MoodyHome();
    if (where === "the spool") home.fails = "away";
    const first = await place.open(home, { writer: "a/1" });
    exchange(first, t, "StartTransaction", start16, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    const call = first.record({ ...numbered(1), raw: JSON.stringify([2, "m", "MeterValues", meter16]) });
    call.action = "MeterValues";
    if (where === "the store") await first.flush();
    await first.close();
    home.fails = null;
    const second = await place.open(home, { writer: "a/2" });
    await until(() => second.status().pending === 0);
    expect(home.samples).toEqual([]);
    for (let i = 0; i < 2; i++) second.record(numbered(1)).action = "Heartbeat";
    await second.flush();
    expect(home.samples).toMatchObject([{ value: 2500 }, { value: 16.2 }]);
    await second.close();
    const third = await place.open(home, { writer: "a/3" });
    third.record(numbered(1)).action = "Heartbeat";
    await third.close();
    expect(home.samples).toHaveLength(2);
  },
);
