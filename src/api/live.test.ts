import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { FrameRecord } from "../frames/frame.ts";
import { openHouse, recordCall } from "./testing/harness.ts";
import type { House } from "./testing/harness.ts";
import { LiveClient, openLive } from "./testing/live-client.ts";

const frames = { type: "subscribe", topics: ["frames"] };

function record(house: House, count: number, payload: object = {}): FrameRecord[] {
  return Array.from({ length: count }, () => recordCall(house.journal, "A", "Heartbeat", payload));
}

/** A client that has been heard: what comes from now on is live. */
async function subscribed(url: string, message: object): Promise<LiveClient> {
  const client = await LiveClient.connect(url);
  client.say(message);
  // Answers come in order, so after this error the subscription is in force.
  client.say("?");
  await client.until(() => client.of("error").length === 1);
  return client;
}

test("frames come live, in order, secrets masked", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await subscribed(url, frames);
  const expected = record(house, 3);
  expected.push(
    recordCall(house.journal, "A", "ChangeConfiguration", {
      key: "AuthorizationKey",
      value: "sesame-sesame",
    }),
  );
  await client.until(() => client.frameIds().length === 4);
  expect(client.frameIds()).toEqual(expected.map(({ id }) => id));
  const text = JSON.stringify(client.messages);
  expect(text).toContain("AuthorizationKey");
  expect(text).not.toContain("sesame");
});

test("a client that names its last frame gets all later ones once, though more are recorded meanwhile", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const before = record(house, 1000);
  await house.journal.flush();
  const client = await LiveClient.connect(url);
  const after = before[99]?.id ?? "";
  client.say({ ...frames, after });
  const expected = before.slice(100);
  // In several turns, so that some come while it catches up and some after.
  for (let i = 0; i < 50; i++) {
    expected.push(...record(house, 10));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await client.until(() => client.frameIds().length >= expected.length);
  expected.push(...record(house, 1));
  await client.until(() => client.frameIds().at(-1) === expected.at(-1)?.id);
  expect(client.frameIds()).toEqual(expected.map(({ id }) => id));
});

test("a frame that comes both from the store and live at the end of catching up is sent once", async () => {
  const recorded: FrameRecord[] = [];
  const house = await openHouse(({ store, journal }) => ({
    store: {
      ...store,
      frames: {
        ...store.frames,
        // While each of the first pages is read one more frame comes, and is stored in time for that page.
        query: async (query, page) => {
          if (query.after !== undefined && recorded.length < 3) {
            recorded.push(recordCall(journal, "A", "Heartbeat", {}));
            await journal.flush();
          }
          return await store.frames.query(query, page);
        },
      },
    },
  }));
  const { url } = await openLive(house);
  const [first] = record(house, 1);
  const client = await LiveClient.connect(url);
  client.say({ ...frames, after: first?.id });
  await client.until(() => recorded.length >= 2 && client.frameIds().includes(recorded[1]?.id ?? ""));
  const last = record(house, 1);
  await client.until(() => client.frameIds().includes(last[0]?.id ?? ""));
  expect(client.frameIds()).toEqual([...recorded, ...last].map(({ id }) => id));
});

test("a client that stops reading costs no memory, and misses nothing when it goes on", async () => {
  const house = await openHouse({ limits: { liveBacklog: 64 * 1024 } });
  const { url } = await openLive(house);
  const client = await subscribed(url, frames);
  client.socket.pause();
  const expected: FrameRecord[] = [];
  const text = "x".repeat(20_000);
  // 16 MB, more than the sockets of both sides hold.
  for (let i = 0; i < 40; i++) {
    expected.push(...record(house, 20, { text }));
    await house.journal.flush();
  }
  client.socket.resume();
  await client.until(() => client.frameIds().length >= expected.length);
  expect(client.frameIds()).toEqual(expected.map(({ id }) => id));
  // Live ones come twenty at a time; larger messages were read from the store when there was room again.
  const sizes = client.of("frames").map(({ items }) => (Array.isArray(items) ? items.length : 0));
  expect(Math.max(...sizes)).toBe(200);
});

test("a client that reads nothing for too long is dropped with a reason, others are not", async () => {
  let now = 1000;
  const dropped = Promise.withResolvers<void>();
  const house = await openHouse({
    limits: { liveBacklog: 64 * 1024, liveStall: 50 },
    now: () => now,
    mention: () => dropped.resolve(),
  });
  const { url } = await openLive(house);
  const client = await subscribed(url, frames);
  const other = await LiveClient.connect(url);
  client.socket.pause();
  const text = "x".repeat(20_000);
  for (let i = 0; i < 40; i++) {
    record(house, 20, { text });
    await house.journal.flush();
  }
  now += 51;
  await dropped.promise;
  const closed = once(client.socket, "close");
  client.socket.resume();
  const [code, reason] = await closed;
  expect([code, String(reason)]).toEqual([1013, "This client does not read what it is sent."]);
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
});

test("station views come at once for all, then coalesced, and removals too", async () => {
  const house = await openHouse({ limits: { liveInterval: 300 } });
  const { url } = await openLive(house);
  for (const id of ["A", "B"])
    await house.ask("POST", "/api/stations", { id, dialect: "1.6J", autostart: false });
  const client = await subscribed(url, { type: "subscribe", topics: ["stations"] });
  await client.until(() => client.of("station").length === 2);
  expect(client.of("station").map(({ view }) => view)).toMatchObject([{ id: "A" }, { id: "B" }]);
  const policies = [
    { in: "off", out: "off" },
    { in: "report", out: "report" },
    { in: "enforce", out: "enforce" },
  ];
  const seen = client.of("station").length;
  const began = performance.now();
  for (let i = 0; i < 30; i++) await house.ask("PUT", "/api/stations/A/policies", policies[i % 3]);
  await client.until(() =>
    JSON.stringify(client.of("station").at(-1)).includes('"policies":{"in":"enforce","out":"enforce"}'),
  );
  const most = Math.ceil((performance.now() - began) / 300) + 1;
  expect(client.of("station").length - seen).toBeLessThanOrEqual(most);
  await house.ask("DELETE", "/api/stations/A");
  await client.until(() => client.of("station-removed").length === 1);
  expect(client.of("station-removed")).toEqual([{ type: "station-removed", id: "A" }]);
});

test("a station that boots tells notices and views; the sandbox shows it", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await subscribed(url, { type: "subscribe", topics: ["stations", "sandbox"] });
  await house.ask("POST", "/api/stations", { id: "A", dialect: "2.0.1" });
  await client.until(() => JSON.stringify(client.of("station").at(-1) ?? {}).includes('"boot":"Accepted"'));
  await client.until(() => JSON.stringify(client.of("sandbox").at(-1) ?? {}).includes('"id":"A"'));
  expect(client.frameIds()).toEqual([]);
});

test("a charging station's energy comes without asking", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await subscribed(url, { type: "subscribe", topics: ["stations"] });
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J" });
  const last = (): string => JSON.stringify(client.of("station").at(-1) ?? {});
  await client.until(() => last().includes('"boot":"Accepted"'));
  await house.ask("POST", "/api/stations/A/events", { kind: "plug-in", evse: 1 });
  await house.ask("POST", "/api/stations/A/events", {
    kind: "present-token",
    token: { idToken: "DEADBEEF" },
    evse: 1,
  });
  await client.until(() => last().includes('"status":"Charging"') && !last().includes('"awaiting":"'));
  const energies = (): number[] =>
    client.of("station").map((message) => Number(/"energy":(\d+)/.exec(JSON.stringify(message))?.[1]));
  const before = energies().at(-1) ?? 0;
  await client.until(() => (energies().at(-1) ?? 0) > before);
});

test.each([
  ["not json", "A message must be JSON text."],
  [{ type: "subscrib", topics: [] }, "type"],
  [{ type: "subscribe", topics: ["frame"] }, "topics"],
  [{ type: "subscribe", topics: [], filter: 1 }, "filter"],
  [{ type: "subscribe", topics: ["frames"], after: "x" }, "after"],
])("a wrong message is answered and harms nothing: %j", async (message, text) => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await LiveClient.connect(url);
  client.say(message);
  await client.until(() => client.messages.length === 1);
  expect(client.messages[0]).toEqual({ type: "error", text: expect.stringContaining(text) });
  client.say(frames);
  client.say("?");
  await client.until(() => client.messages.length === 2);
  record(house, 1);
  await client.until(() => client.frameIds().length === 1);
});

test("a message that is too large ends only that client", async () => {
  const house = await openHouse();
  const { url } = await openLive(house);
  const client = await LiveClient.connect(url);
  const closed = once(client.socket, "close");
  client.socket.on("error", () => {});
  client.say("x".repeat(100_000));
  expect((await closed)[0]).toBe(1009);
  await LiveClient.connect(url);
});

test("pings are sent, and who does not answer is gone", async () => {
  const house = await openHouse({ limits: { livePing: 20 } });
  const { url } = await openLive(house);
  const alive = await LiveClient.connect(url);
  const silent = new WebSocket(url, { autoPong: false });
  await once(silent, "close");
  await once(alive.socket, "ping");
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test("handshakes from foreign pages, under foreign names or without the token are refused", async () => {
  const token = "0123456789abcdef";
  const house = await openHouse();
  const { url } = await openLive(house);
  await expect(LiveClient.connect(url, { Origin: "https://evil.example" })).rejects.toThrow("403");
  await expect(LiveClient.connect(url, { Host: "evil.example" })).rejects.toThrow("403");
  await LiveClient.connect(url, { Origin: "http://localhost:5173" });
  const guarded = await openHouse({ access: { loopback: true, token, allowedHosts: [] } });
  const { url: other } = await openLive(guarded);
  await expect(LiveClient.connect(other)).rejects.toThrow("401");
  await LiveClient.connect(other, { Authorization: `Bearer ${token}` });
});

test("all clients are told when the server shuts down", async () => {
  let end = (): void => {};
  const house = await openHouse({ onClose: (close) => (end = close) });
  const { url } = await openLive(house);
  const client = await LiveClient.connect(url);
  const closed = once(client.socket, "close");
  end();
  expect((await closed)[0]).toBe(1001);
});
