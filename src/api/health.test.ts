import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

test("all is well", async () => {
  const { ask } = await openHouse();
  await ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  const { status, body } = await ask("GET", "/health");
  expect(status).toBe(200);
  expect(body).toEqual({
    status: "ok",
    store: { ok: true, problem: null },
    journal: { pending: 0, stored: 0, failing: null },
    fleet: { stations: 1, powered: 0, online: 0 },
  });
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
      { dialect: "2.1", playable: false },
    ],
    sandbox: { url: sandbox.url },
    store: { home: "embedded", path: parts.about.dataFolder, frames: 0 },
    settings: { "server.port": 7410 },
  });
});
