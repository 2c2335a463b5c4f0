import { MongoClient } from "mongodb";
import type { Db } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newFrameId } from "../../frames/frame-id.ts";
import { batchOf, eventRow, frameMaker, listOf, sampleRow } from "../contract/samples.ts";
import type { Store } from "../store.ts";
import { openMongoStore } from "./open.ts";
import { seriesHigh, seriesLow, seriesTime } from "./series-time.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { unguarded } from "./testing/guard/clients.ts";
import { guardCommands } from "./testing/guard/guard.ts";
import type { Guard } from "./testing/guard/guard.ts";
import { sharedMongo } from "./testing/shared.ts";

const last = Date.UTC(2038, 0, 19, 3, 14, 7);
const year = 365 * 86_400_000;

describe("the time field", () => {
  it("stays within what MongoDB lets expire, in the order of what happened", () => {
    const moments = [-1e17, -year, -0.5, 0, 0.5, 1_700_000_000_000.75, last, last + 1, last + year, 1e17];
    const times = moments.map((at) => seriesTime(at).getTime());
    expect(times).toEqual([0, 0, 0, 0, 0, 1_700_000_000_000, last, last, last, last]);
    for (const [i, at] of moments.entries()) {
      expect(seriesLow(at)).toBeLessThanOrEqual(times[i] ?? Number.NaN);
      expect(seriesHigh(at)).toBeGreaterThanOrEqual(times[i] ?? Number.NaN);
      expect(new Date(seriesLow(at)).getTime()).not.toBeNaN();
      expect(new Date(seriesHigh(at)).getTime()).not.toBeNaN();
    }
  });
});

describeWithMongo("what happened outside of what MongoDB lets expire", {}, () => {
  let uri = "";
  let database = "";
  let client: MongoClient;
  let db: Db;
  let store: Store;
  let guard: Guard;
  const open = async (): Promise<Store> =>
    openMongoStore({
      uri,
      database,
      identity: { writer: `test/${newFrameId()}`, name: "test", folder: "" },
      observe: (own) => {
        guard = guardCommands(own);
      },
    });
  beforeEach(async () => {
    const server = await sharedMongo();
    uri = server.uri;
    database = server.database();
    // It breaks the rules on purpose.
    client = new MongoClient(uri, unguarded);
    db = client.db(database);
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    await client.close();
    guard.assertClean();
  });

  // 1968, 1969, the edges, 2001, 2099 and 2199.
  const moments = [
    -2 * year,
    -year + 0.5,
    -1,
    0,
    1_000_000_000_000,
    last,
    last + 1,
    130 * year,
    230 * year + 0.5,
  ];

  it("is found in order and by its times", { timeout: 240_000 }, async () => {
    const shuffled = moments.toSorted((a, b) => (a % 7) - (b % 7));
    await store.append(
      batchOf({
        samples: shuffled.map((at) => sampleRow({ at })),
        events: shuffled.map((at) => eventRow({ at })),
      }),
    );
    for (const name of ["meter_samples", "transaction_events"]) {
      const times = (await db.collection<{ t: Date }>(name).find().toArray()).map(({ t }) => t.getTime());
      expect(times.toSorted((a, b) => a - b)).toEqual([
        0,
        0,
        0,
        0,
        1_000_000_000_000,
        last,
        last,
        last,
        last,
      ]);
    }
    for (const rows of [store.samples, store.events]) {
      expect((await listOf<{ at: number }>(rows.stream({}))).map(({ at }) => at)).toEqual(moments);
      const ends = moments.map((to, i) => ({ from: moments[i - 1] ?? -3 * year, to }));
      for (const query of [...moments.map((from) => ({ from })), ...moments.map((to) => ({ to })), ...ends]) {
        const { from = -Infinity, to = Infinity }: { from?: number; to?: number } = query;
        const wanted = moments.filter((at) => at >= from && at < to);
        const page = await rows.query(query, { limit: 20 });
        expect([query, page.items.map(({ at }) => at)]).toEqual([query, wanted.toReversed()]);
      }
      const paged: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await rows.query({}, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        paged.push(...page.items.map(({ at }) => at));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(moments.toReversed());
    }
    const early = await store.statistics.series({ from: -3 * year, to: -0.5 }, 10);
    expect(early[0]?.points.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const late = await store.statistics.series({ from: 131 * year, to: 231 * year }, 10);
    expect(late[0]?.points.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it("may be frames of a clock far ahead", async () => {
    const frame = frameMaker(130 * year);
    const frames = [frame(), frame(), frame()];
    await store.append(batchOf({ frames }));
    const [first, second] = frames;
    expect(await store.frames.get(first?.id ?? "")).toMatchObject({ id: first?.id });
    const ids = async (query: object): Promise<string[]> =>
      (await listOf(store.frames.stream(query))).map(({ id }) => id);
    expect(await ids({})).toEqual(frames.map(({ id }) => id));
    expect(await ids({ after: first?.id })).toEqual(frames.slice(1).map(({ id }) => id));
    expect(await ids({ from: second?.at })).toEqual(frames.slice(1).map(({ id }) => id));
    expect(await ids({ to: second?.at })).toEqual([first?.id]);
    expect(await store.statistics.traffic({ from: 129 * year, to: 131 * year }, 1)).toMatchObject([
      { out: 3 },
    ]);
  });

  it("is told where an earlier version left it as it was", async () => {
    expect(store.home.warnings.join()).not.toContain("1970");
    const meta = { station: "CS-1", evse: 1, connector: 1, measurand: "Voltage", unit: "V" };
    await db
      .collection<{ _id: string }>("meter_samples")
      .insertOne({ _id: "old", t: new Date(-year), at: -year, meta, value: 1, context: "" } as never);
    expect(await store.samples.query({ from: -2 * year, to: 0 }, { limit: 5 })).toMatchObject({
      items: [{ at: -year }],
    });
    await store.close();
    store = await open();
    expect(store.home.warnings.join()).toMatch(/meter_samples.* before 1970 or after 2038/);
  });
});
