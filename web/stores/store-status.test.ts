import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Health } from "../api/info.ts";
import { emptySpool, wellJournal } from "../testing/journal.ts";
import { createStoreStatus, standingOf } from "./store-status.ts";

const now = 1_700_000_000_000;

function health(change: Partial<Health> = {}, journal: Partial<Health["journal"]> = {}): Health {
  return {
    status: "ok",
    home: {
      kind: "mongodb",
      place: "db.example/stationmaster",
      version: "8.0.4",
      changes: "pushed",
      warnings: [],
    },
    store: { ok: true, problem: null },
    fleet: { stations: 1, powered: 1, online: 1 },
    ...change,
    states: { onDisk: true, waiting: 0 },
    journal: {
      ...wellJournal,
      ...journal,
    },
  };
}
const spool = (change: Partial<NonNullable<Health["journal"]["spool"]>>) => ({
  spool: {
    ...emptySpool,
    records: 5,
    bytes: 100,
    segments: 1,
    oldestAt: now,
    ...change,
  },
});

describe("the standing of the store", () => {
  it("says nothing while all is well", () => {
    expect(standingOf(health(), now)).toMatchObject({ tone: "ok", text: null });
  });

  it.each([
    [
      "frames that wait in the spool",
      health(
        { status: "degraded", store: { ok: false, problem: "No server answers." } },
        { awaySince: now - 65_000, ...spool({}) },
      ),
      { tone: "warn", word: "In spool only" },
      /takes nothing for 1 min 05 s \(No server answers\)\. 5 messages wait in the spool/,
      /Nothing is lost.*MongoDB at db\.example/,
    ],
    [
      "damaged bytes of the spool",
      health(
        { status: "degraded" },
        spool({ records: 0, damaged: 2, notice: "3 messages of CS-1 could not be read." }),
      ),
      { tone: "warn", word: "Spool damaged" },
      /3 messages of CS-1/,
      /store itself is well/,
    ],
    [
      "frames in memory only",
      health({ status: "failing" }, { unsafe: 3, spool: null }),
      { tone: "bad", word: "In memory only" },
      /3 messages in memory only.*lost if the server ends/,
      /Do not stop the server/,
    ],
    [
      "a spool that cannot be written",
      health({ status: "failing" }, { unsafe: 1, ...spool({ problem: "No space left." }) }),
      { tone: "bad", word: "In memory only" },
      /1 message/,
      /No space left/,
    ],
    [
      "a spool that is nearly full",
      health({ status: "failing" }, { unsafe: 0, ...spool({ bytes: 950 }) }),
      { tone: "bad", word: "Spool full" },
      /95 % full/,
      /recording\.spoolLimit/,
    ],
    [
      "a store that is away for long",
      health({ status: "failing" }, { awaySince: now - 700_000, ...spool({}) }),
      { tone: "bad", word: "Store failing" },
      /takes nothing for 11 min 40 s/,
      /Look whether MongoDB/,
    ],
  ])("tells %s apart, and what to do", (_, state, expected, text, advice) => {
    const standing = standingOf(state, now);
    expect(standing).toMatchObject(expected);
    expect(standing.text).toMatch(text);
    expect(standing.advice).toMatch(advice);
  });

  it("does not wait for what the store would have to say", async () => {
    const never = () => new Promise<never>(() => {});
    const ask = () => Promise.resolve({ ok: true as const, value: health({ status: "degraded" }) });
    const status = createRoot(() => createStoreStatus({ api: { health: ask, info: never } }));
    await status.look();
    expect(status.standing().tone).toBe("warn");
  });

  it("keeps what it heard last while the server does not answer", async () => {
    let answer = { ok: true as const, value: health({ status: "degraded" }) };
    const problem = { code: "unreachable" as const, message: "" };
    const gone = () => Promise.resolve({ ok: false as const, problem });
    let ask: () => Promise<typeof answer | Awaited<ReturnType<typeof gone>>> = () => Promise.resolve(answer);
    const status = createRoot(() => createStoreStatus({ api: { health: () => ask(), info: gone } }));
    await status.look();
    expect(status.standing().tone).toBe("warn");
    ask = gone;
    await status.look();
    expect(status.standing().tone).toBe("warn");
    answer = { ok: true, value: health() };
    ask = () => Promise.resolve(answer);
    await status.look();
    expect(status.standing().tone).toBe("ok");
  });
});
