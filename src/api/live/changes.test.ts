import { expect, onTestFinished, test, vi } from "vitest";
import { sampleReport } from "../../conformance/testing/report.ts";
import { newFrameId } from "../../frames/frame-id.ts";
import { Journal } from "../../journal/journal.ts";
import { keptRun } from "../../conformance/report/kept-run.ts";
import { openMongoStore } from "../../store/mongodb/open.ts";
import { describeWithMongo } from "../../store/mongodb/testing/describe.ts";
import { sharedMongo } from "../../store/mongodb/testing/shared.ts";
import type { RunRow } from "../../store/rows.ts";
import type { Store, StoreChange } from "../../store/store.ts";
import type { Limits } from "../parts.ts";
import { openHouse, recordAnswer, recordCall } from "../testing/harness.ts";
import type { House } from "../testing/harness.ts";
import { LiveClient, openLive } from "../testing/live-client.ts";
import { namedMost } from "./change-list.ts";

const changes = { type: "subscribe", topics: ["changes"] };

function run(): RunRow {
  return {
    id: newFrameId(),
    kind: "audit",
    target: "ws://csms.example/ocpp",
    dialect: "2.0.1",
    station: "STATIONMASTER",
    writer: "audit/1",
    startedAt: 1000,
    endedAt: 2000,
    verdict: "pass",
    summary: { pass: 3 },
    report: null,
  };
}

async function subscribed(url: string, message: object): Promise<LiveClient> {
  const client = await LiveClient.connect(url);
  client.say(message);
  // Answers come in order, so after this error the subscription is in force.
  client.say("?");
  await client.until(() => client.of("error").length === 1);
  return client;
}

function itemsOf(client: LiveClient): unknown[] {
  return client.of("changes").flatMap(({ items }) => (Array.isArray(items) ? items : []));
}

/** A house on a store with other processes, which the test speaks for. */
async function houseWithOthers(limits: Partial<Limits> = {}) {
  const listening = new Set<(told: StoreChange[]) => void>();
  const watch: Store["watch"] = (listener) => {
    listening.add(listener);
    return () => listening.delete(listener);
  };
  const house = await openHouse(({ store }) => ({ store: { ...store, watch }, limits }));
  const say = (...told: StoreChange[]): void => {
    for (const listener of listening) listener(told);
  };
  return { house, say, listeners: () => listening.size };
}

test("a run that is kept or removed through the API is told to those who asked for changes", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await subscribed(url, changes);
  const other = await subscribed(url, { type: "subscribe", topics: ["stations"] });
  const body = keptRun(sampleReport(), { id: newFrameId(), writer: "audit/1", endedAt: 2000 });
  const { id } = body.run;
  expect((await house.ask("POST", "/api/runs", body)).status).toBe(201);
  await client.until(() => itemsOf(client).length === 1);
  // Refused, so nothing changes.
  expect((await house.ask("POST", "/api/runs", body)).status).toBe(409);
  expect((await house.ask("DELETE", `/api/runs/${id}`)).status).toBe(204);
  await client.until(() => itemsOf(client).length === 2);
  expect(client.of("changes")).toEqual([
    { type: "changes", collections: ["runs"], items: [{ collection: "runs", id, action: "put" }] },
    {
      type: "changes",
      collections: ["runs"],
      items: [{ collection: "runs", id, action: "removed" }],
    },
  ]);
  other.say("?");
  await other.until(() => other.of("error").length === 2);
  expect(other.of("changes")).toEqual([]);
});

test("the store is watched once for all clients, and only while there are some", async () => {
  const { house, say, listeners } = await houseWithOthers();
  const { url } = await openLive(house);
  expect(listeners()).toBe(0);
  const [one, two] = [await subscribed(url, changes), await subscribed(url, changes)];
  expect(listeners()).toBe(1);
  say({ collection: "transactions", id: "A#1", action: "put" });
  for (const client of [one, two]) {
    await client.until(() => itemsOf(client).length === 1);
    expect(itemsOf(client)).toEqual([{ collection: "transactions", id: "A#1", action: "put" }]);
  }
  for (const { socket } of [one, two]) socket.terminate();
  await vi.waitFor(() => expect(listeners()).toBe(0), { timeout: 20_000 });
});

test("changes that come close are told together, very many by their collections only", async () => {
  const { house, say } = await houseWithOthers({ liveInterval: 100 });
  const { url } = await openLive(house);
  const client = await subscribed(url, changes);
  const many = Array.from({ length: namedMost + 1 }, (_, i): StoreChange => {
    return { collection: "transactions", id: `A#${i}`, action: "put" };
  });
  for (const change of many) say(change);
  await client.until(() => client.of("changes").length === 1);
  expect(client.of("changes")).toEqual([{ type: "changes", collections: ["transactions"], items: null }]);
  // Who no longer asks is told nothing, nor what came meanwhile when asking again.
  client.say({ type: "subscribe", topics: [] });
  client.say("?");
  await client.until(() => client.of("error").length === 2);
  say(...many.slice(0, 1));
  client.say(changes);
  client.say("?");
  await client.until(() => client.of("error").length === 3);
  say({ collection: "runs", id: "R", action: "put" });
  await client.until(() => client.of("changes").length === 2);
  expect(client.of("changes")[1]).toMatchObject({ items: [{ id: "R" }] });
});

test("what was to be told when a client stopped asking is not told later", async () => {
  const { house, say } = await houseWithOthers();
  // The hub's ticks, from the first on, so that none comes before the client was heard.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const { url } = await openLive(house);
  const client = await subscribed(url, changes);
  say({ collection: "runs", id: "OLD", action: "put" });
  client.say({ type: "subscribe", topics: [] });
  client.say(changes);
  client.say("?");
  await client.until(() => client.of("error").length === 2);
  say({ collection: "runs", id: "NEW", action: "put" });
  vi.advanceTimersByTime(1000);
  await client.until(() => client.of("changes").length === 1);
  expect(itemsOf(client)).toEqual([{ collection: "runs", id: "NEW", action: "put" }]);
});

/** A transaction of a station of this process is told as soon as the store has it, and when it ends. */
async function toldOfOwnTransaction(house: House, journal: Journal): Promise<void> {
  const { url } = await openLive(house);
  const client = await subscribed(url, changes);
  const payload = { connectorId: 1, idTag: "CAFE", meterStart: 0, timestamp: "2026-01-01T10:00:00Z" };
  const start = recordCall(journal, "CS-1", "StartTransaction", payload);
  recordAnswer(journal, start, { transactionId: 7, idTagInfo: { status: "Accepted" } });
  await client.until(() => itemsOf(client).length > 0);
  const { store } = house.parts;
  const { items } = await store.transactions.query({}, { limit: 2 });
  expect(items).toHaveLength(1);
  const [row] = items;
  const told = { collection: "transactions", id: row?.key, action: "put" };
  expect(itemsOf(client)).toContainEqual(told);
  // The answer may have come into the store with a batch of its own, which is told as well.
  await journal.flush();
  const before = itemsOf(client).length;
  const end = { transactionId: 7, meterStop: 100, timestamp: "2026-01-01T11:00:00Z" };
  const stop = recordCall(journal, "CS-1", "StopTransaction", end);
  recordAnswer(journal, stop, {});
  await vi.waitFor(
    async () => {
      expect(itemsOf(client).length).toBeGreaterThan(before);
      const page = await store.transactions.query({ active: false }, { limit: 2 });
      expect(page.items).toHaveLength(1);
    },
    { timeout: 60_000 },
  );
  expect(itemsOf(client).at(-1)).toEqual(told);
}

test("transactions of this process are told with the embedded home, too", { timeout: 120_000 }, async () => {
  const house = await openHouse();
  await toldOfOwnTransaction(house, house.journal);
});

async function mongoHome(): Promise<(name: string) => Promise<Store>> {
  const server = await sharedMongo();
  const database = server.database();
  return async (name) => {
    const identity = { writer: `${name}/1`, name, folder: name };
    const store = await openMongoStore({ uri: server.uri, database, identity });
    onTestFinished(() => store.close());
    return store;
  };
}

describeWithMongo("live changes of this process", {}, () => {
  test("its transactions are told", { timeout: 120_000 }, async () => {
    const open = await mongoHome();
    const store = await open("mine");
    const journal = await Journal.open({ store, now: () => Date.now(), writer: "mine/1" });
    onTestFinished(() => journal.close());
    await toldOfOwnTransaction(await openHouse({ store, journal }), journal);
  });
});

describeWithMongo("live changes of other processes", {}, () => {
  test("a run that another process keeps is told to a client of this one", { timeout: 120_000 }, async () => {
    const open = await mongoHome();
    const [mine, theirs] = [await open("mine"), await open("theirs")];
    const house = await openHouse({ store: mine });
    const { url } = await openLive(house);
    const client = await subscribed(url, changes);
    // The watch begins in its own time; from then on each is told.
    const kept: RunRow[] = [];
    await vi.waitFor(
      async () => {
        const next = run();
        kept.push(next);
        await theirs.runs.put({ ...next, writer: "theirs/1" }, []);
        expect(itemsOf(client).length).toBeGreaterThan(0);
      },
      { timeout: 60_000, interval: 200 },
    );
    const last = kept.at(-1)?.id ?? "";
    await theirs.runs.remove(last);
    const gone = { collection: "runs", id: last, action: "removed" };
    await vi.waitFor(() => expect(itemsOf(client)).toContainEqual(gone), { timeout: 60_000 });
    const known = new Set<unknown>(kept.map(({ id }) => id));
    for (const item of itemsOf(client)) {
      expect(item).toMatchObject({ collection: "runs", id: expect.toSatisfy((id) => known.has(id)) });
    }
  });
});
