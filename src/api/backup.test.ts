import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { Journal } from "../journal/journal.ts";
import type { House } from "./testing/harness.ts";
import { openHouse, recordCall } from "./testing/harness.ts";

const token = "0123456789abcdef";
const access = { loopback: true, token, allowedHosts: [] };

async function backup({ app }: House): Promise<{ waiting: string | null; frames: number }> {
  const response = await app.request("http://localhost:7410/api/backup", {
    headers: { Host: "localhost:7410", Authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  const text = gunzipSync(await response.arrayBuffer()).toString();
  expect(JSON.parse(text.split("\n")[0] ?? "")).toMatchObject({
    waiting: Number(response.headers.get("x-stationmaster-waiting")),
  });
  return {
    waiting: response.headers.get("x-stationmaster-waiting"),
    frames: text.split("\n").filter((line) => line.includes('"Heartbeat"')).length,
  };
}

test("a backup holds what was just recorded", async () => {
  const house = await openHouse({ access });
  for (let i = 0; i < 3; i++) recordCall(house.journal, "A", "Heartbeat", { i });
  expect(await backup(house)).toEqual({ waiting: "0", frames: 3 });
});

test("backup and export say how much the store has not taken", async () => {
  const refusal = Promise.withResolvers<void>();
  const house = await openHouse(({ store }) => {
    const append = async (): Promise<void> => {
      await refusal.promise;
      throw new Error("the disk is full");
    };
    const journal = new Journal({
      store: { ...store, home: store.home, append },
      now: () => Date.now(),
      closeTimeout: 1,
    });
    onTestFinished(() => journal.close().catch(() => {}));
    return { access, journal };
  });
  for (let i = 0; i < 3; i++) recordCall(house.parts.journal, "A", "Heartbeat", { i });
  expect(await backup(house)).toEqual({ waiting: "3", frames: 0 });
  refusal.resolve();
  const exported = await house.ask("GET", "/api/export/frames", undefined, {
    Authorization: `Bearer ${token}`,
  });
  expect([exported.body, exported.headers.get("x-stationmaster-waiting")]).toEqual([[], "3"]);
});
