import { expect, test } from "vitest";
import { openHouse, recordAnswer, recordCall } from "./testing/harness.ts";

const at = Date.parse("2026-01-31T12:00:00Z");

test("messages are counted by action, of the last hour unless a range is given, and the range is said", async () => {
  const { ask, journal } = await openHouse();
  const call = recordCall(journal, "A", "Heartbeat", {});
  recordAnswer(journal, call, {});
  recordCall(journal, "B", "Authorize", {});
  await journal.flush();
  const { body } = await ask("GET", "/api/statistics/actions");
  expect(body).toMatchObject({
    items: [
      { action: "Authorize", requests: { in: 0, out: 1 }, results: 0, latency: null },
      { action: "Heartbeat", requests: { in: 0, out: 1 }, results: 1, errorRate: 0 },
    ],
  });
  const { range } = body as { range: { from: number; to: number } };
  expect(range.to - range.from).toBe(3_600_000);
  expect(range.to).toBeGreaterThanOrEqual(call.at);
  const one = await ask("GET", "/api/statistics/actions?station=A&station=C");
  expect(one.body).toMatchObject({ items: [{ action: "Heartbeat" }] });
  expect((await ask("GET", "/api/statistics/actions?from=2020-01-01&to=2020-01-02")).body).toEqual({
    range: { from: Date.parse("2020-01-01"), to: Date.parse("2020-01-02") },
    items: [],
  });
});

test("a range with one end has the other: an hour before, or now", async () => {
  const { ask } = await openHouse({ now: () => at });
  const range = async (query: string): Promise<unknown> =>
    ((await ask("GET", `/api/statistics/issues?${query}`)).body as { range: unknown }).range;
  expect(await range("to=2026-01-30T00:00:00Z")).toEqual({
    from: Date.parse("2026-01-29T23:00:00Z"),
    to: Date.parse("2026-01-30T00:00:00Z"),
  });
  expect(await range(`from=${at - 5}`)).toEqual({ from: at - 5, to: at });
});

test("traffic comes in as many slices as asked, each station and action with its latency", async () => {
  const { ask, journal } = await openHouse();
  recordAnswer(journal, recordCall(journal, "A", "Heartbeat", {}), {});
  await journal.flush();
  const traffic = await ask("GET", "/api/statistics/traffic?slices=4");
  expect(traffic.body).toMatchObject({ width: 900_000, items: { length: 4 } });
  const { items } = traffic.body as { items: { in: number; out: number; bytes: number }[] };
  expect(items.reduce((sum, slice) => sum + slice.in + slice.out, 0)).toBe(2);
  expect((await ask("GET", "/api/statistics/slowest?limit=1")).body).toMatchObject({
    items: [{ station: "A", action: "Heartbeat", latency: { p95: expect.any(Number) } }],
  });
});

test("energy, samples and silent stations are told", async () => {
  const { ask, store, journal } = await openHouse();
  const now = Date.now();
  const call = recordCall(journal, "A", "Heartbeat", {});
  await journal.flush();
  await store.append({
    writer: "test/1",
    number: 1,
    frames: [],
    events: [],
    connections: [],
    transactions: [
      {
        key: "A#1",
        station: "A",
        dialect: "1.6J",
        transactionId: "1",
        evse: 2,
        connector: 1,
        idToken: null,
        startedAt: now - 1000,
        endedAt: null,
        meterStart: 100,
        meterStop: null,
        stoppedReason: null,
      },
    ],
    samples: [
      {
        at: now - 500,
        station: "A",
        evse: 2,
        connector: 1,
        transactionKey: "A#1",
        measurand: "Energy.Active.Import.Register",
        phase: null,
        location: null,
        unit: "kWh",
        context: "Sample.Periodic",
        value: 2,
      },
    ],
  });
  const row = { station: "A", transactions: 1, energy: 1900 };
  for (const [by, evse, transactionKey] of [
    ["station", null, null],
    ["evse", 2, null],
    ["transaction", 2, "A#1"],
  ])
    expect((await ask("GET", `/api/statistics/energy?by=${by}`)).body).toMatchObject({
      items: [{ ...row, evse, transactionKey }],
    });
  expect((await ask("GET", "/api/statistics/series?transactionKey=A%231")).body).toMatchObject({
    range: { from: null, to: null },
    items: [{ unit: "kWh", points: [{ at: now - 500, mean: 2, count: 1 }] }],
  });
  expect((await ask("GET", "/api/statistics/series?station=A&measurand=Voltage")).body).toMatchObject({
    items: [],
  });
  expect((await ask("GET", "/api/statistics/silent")).body).toMatchObject({ items: [] });
  expect((await ask("GET", `/api/statistics/silent?before=${Math.ceil(call.at) + 1}`)).body).toMatchObject({
    items: [{ station: "A", lastAt: call.at }],
  });
});

test.each([
  ["actions?from=2026-01-31&to=2026-01-30", "from", /must be before "to" \(2026-01-30T00:00:00.000Z\)/],
  ["traffic?from=2026-01-31&to=2026-01-31", "from", /The range is empty/],
  ["traffic?from=2030-01-01", "from", /it ends now/],
  ["traffic?slices=0", "slices", /./],
  ["traffic?slices=2001", "slices", /./],
  ["slowest?limit=1001", "limit", /./],
  ["energy?by=connector", "by", /evse/],
  ["series", "transactionKey", /transactionKey.*station/],
  ["series?transactionKey=A&from=5&to=5", "from", /The range is empty/],
  ["series?station=A&points=1.5", "points", /./],
  ["silent?before=2026-01-01&since=2026-01-02", "since", /must be before "before"/],
  ["issues?from=yesterday", "from", /is no moment/],
  ["issues?action=Reset", "action", /known: station, from, to, limit/],
])("%s is refused with the field named", async (query, field, message) => {
  const { ask } = await openHouse({ now: () => at });
  const { status, body } = await ask("GET", `/api/statistics/${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: { field, message: expect.stringMatching(message) } });
});
