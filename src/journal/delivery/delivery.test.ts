import { describe, expect, it } from "vitest";
import { MoodyHome, numbered, turn, until } from "../testing/moody-home.ts";
import { raws, recordTurns, safe, spooling } from "../testing/spooling.ts";

const place = spooling();

describe("with a store that is well", () => {
  it("leaves nothing in the spool", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home, { window: 60_000 });
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
    expect(place.files()).toEqual([]);
    expect(place.reports).toEqual([]);
  });
});

describe("with a store that is away", () => {
  it("spools, says so, and delivers once and in order when it is back", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home);
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
    expect(place.files()).toEqual([]);
  });

  it("spools at once, whatever the window, while the store is known to fail", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home, { window: 600_000 });
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
    const journal = await place.open(home, { window: 600_000 });
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
    const journal = await place.open(home, { window: 60_000, linger: 60_000 });
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
    const journal = await place.open(home, { maxMemory: 2000, spoolSegment: 20_000, maxBatch: 40 });
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
    expect(place.files()).toEqual([]);
  });

  it("records and spools while the store never answers, without waiting for either", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home);
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
    expect(place.reports).toEqual([
      "3 records are safe in the spool and go into the store at the next start: the store does not answer.",
    ]);
  });

  it("keeps what a spool that is full does not take, raises the alarm, and loses nothing", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home, { spoolLimit: 6000 });
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
});
