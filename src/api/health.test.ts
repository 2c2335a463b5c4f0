import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Journal } from "../journal/journal.ts";
import { MoodyHome, numbered, until } from "../journal/testing/moody-home.ts";
import { verdict } from "./health.ts";
import { openHouse } from "./testing/harness.ts";

const emptySpool = {
  records: 0,
  bytes: 0,
  limit: 1000,
  segments: 0,
  oldestAt: null,
  problem: null,
  damaged: 0,
  notice: null,
};

test("all is well", async () => {
  const { ask, store } = await openHouse();
  await ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  const { status, body } = await ask("GET", "/health");
  expect(status).toBe(200);
  expect(body).toEqual({
    status: "ok",
    home: store.home,
    store: { ok: true, problem: null },
    journal: {
      recorded: 0,
      pending: 0,
      stored: 0,
      unsafe: 0,
      failing: null,
      awaySince: null,
      durability: "window",
      window: null,
      lag: { p95: 0, max: 0 },
      spool: null,
    },
    fleet: { stations: 1, powered: 0, online: 0 },
    states: { onDisk: true, waiting: 0 },
  });
});

test("a store that is away is no emergency while every frame is safe in the spool", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-health-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = new MoodyHome();
  const journal = await Journal.open({
    store: home.asStore(),
    now: Date.now,
    spoolFolder: folder,
    window: 2,
  });
  const { ask } = await openHouse({ journal });
  home.fails = "no primary";
  journal.record(numbered(1));
  await until(() => journal.status().failing !== null && journal.status().unsafe === 0);
  const { status, body } = await ask("GET", "/health");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: "degraded",
    journal: { pending: 1, unsafe: 0, failing: "no primary", spool: { records: 1, problem: null } },
  });
  home.fails = null;
  await journal.close();
});

test.each([
  [null, {}, "ok"],
  ["no answer", {}, "degraded"],
  [null, { failing: "away", awaySince: 1_000_000 }, "degraded"],
  [null, { failing: "away", awaySince: 1_000_000 - 600_001 }, "failing"],
  [null, { failing: "away", spool: null }, "failing"],
  ["no answer", { spool: null }, "failing"],
  [null, { failing: "x", spool: { ...emptySpool, problem: "ENOSPC" } }, "failing"],
  [null, { spool: { ...emptySpool, bytes: 900 } }, "failing"],
  [null, { spool: { ...emptySpool, bytes: 899 } }, "ok"],
  [null, { spool: { ...emptySpool, damaged: 1 } }, "degraded"],
  [null, { spool: { ...emptySpool, damaged: 1, bytes: 900 } }, "failing"],
] as const)("store: %j, journal: %j is %s", (failure, part, expected) => {
  const journal = { failing: null, awaySince: null, spool: emptySpool, ...part };
  expect(verdict(failure, journal, 1_000_000)).toBe(expected);
});

test("503 when the store fails", async () => {
  const { ask, store } = await openHouse();
  await store.close();
  const { status, body } = await ask("GET", "/health");
  expect(status).toBe(503);
  expect(body).toMatchObject({
    status: "failing",
    store: { ok: false, problem: expect.stringMatching(/\w/) },
  });
});

test("info asks nothing of the store", async () => {
  const asked: string[] = [];
  const { ask } = await openHouse(({ store }) => ({
    store: new Proxy(store, {
      get: (target, name, self) => {
        asked.push(String(name));
        const value: unknown = Reflect.get(target, name, self);
        return value;
      },
    }),
  }));
  asked.length = 0;
  expect((await ask("GET", "/api/info")).status).toBe(200);
  expect(new Set(asked)).toEqual(new Set(["home"]));
});

test("info tells version, dialects, sandbox and settings", async () => {
  const { ask, sandbox, parts } = await openHouse();
  expect((await ask("GET", "/api/info")).body).toMatchObject({
    name: "stationmaster",
    version: "1.2.3",
    startedAt: 1,
    dialects: [
      { dialect: "1.6J", playable: true },
      { dialect: "1.6S", playable: false },
      { dialect: "2.0.1", playable: true },
      { dialect: "2.1", playable: true },
    ],
    sandbox: { url: sandbox.url },
    store: { home: "embedded", path: parts.about.dataFolder },
    settings: { "server.port": 7410 },
  });
});
