import type { Db, MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentCollectionNames } from "../collections.ts";
import { contractWriter, listOf } from "../contract/samples.ts";
import { randomRecords, statisticsFrom, statisticsTo } from "../contract/statistics-data.ts";
import type { Store } from "../store.ts";
import { heardStep } from "./last-heard.ts";
import { openMongoStore } from "./open.ts";
import { readClockLag } from "./read/bounds.ts";
import { boundsOf, objection, questionsOf } from "./read/testing/plans.ts";
import type { Judge } from "./read/testing/plans.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { sharedMongo } from "./testing/shared.ts";

const timeSeries = ["frames", "meter_samples", "transaction_events"];
const width = statisticsTo - statisticsFrom;
const from = statisticsFrom + Math.floor(width * 0.25);
const to = statisticsFrom + Math.floor(width * 0.5);

describeWithMongo("what the home asks", {}, () => {
  let store: Store;
  let client: MongoClient;
  let db: Db;
  let judge: Judge;
  let clockLag = 0;
  const records = randomRecords(17, 300);

  beforeAll(async () => {
    const server = await sharedMongo();
    const database = server.database();
    const open = async (writer: string): Promise<Store> =>
      await openMongoStore({
        uri: server.uri,
        database,
        identity: { writer, name: "explained", folder: "data" },
        observe: (made) => (client = made),
      });
    store = await open("explained/1");
    for (const batch of records.batches) await store.append(batch);
    await store.documents.put("stations", "CS-1", { a: 1 }, { by: "test" });
    await store.close();
    store = await open("explained/2");
    db = client.db(database);
    judge = { db, timeSeries, plainPlanner: server.kind === "secantus" };
    clockLag = await readClockLag(db);
  }, 300_000);
  afterAll(async () => {
    await store.close();
  });

  async function objections(judged: Judge, work: () => Promise<unknown>): Promise<[number, string[]]> {
    const questions = await questionsOf(client, async () => void (await work()));
    const found: string[] = [];
    for (const question of questions) {
      const text = await objection(judged, question);
      if (text !== null) found.push(text);
    }
    return [questions.length, found];
  }

  const stations = ["CS-1", "CS-2"];
  const statistics: [string, () => Promise<unknown>][] = [
    ["actions", () => store.statistics.actions({ from, to })],
    ["actions of stations", () => store.statistics.actions({ from, to, stations })],
    ["slowest", () => store.statistics.slowest({ from, to }, 5)],
    ["slowest of stations", () => store.statistics.slowest({ from, to, stations }, 5)],
    ["traffic", () => store.statistics.traffic({ from, to }, 10)],
    ["traffic of stations", () => store.statistics.traffic({ from, to, stations }, 10)],
    ["issues", () => store.statistics.issues({ from, to }, 5)],
    ["issues of stations", () => store.statistics.issues({ from, to, stations }, 5)],
    ["energy by station", () => store.statistics.energy({ from, to }, "station", 5)],
    ["energy by EVSE", () => store.statistics.energy({ from, to, stations }, "evse", 5)],
    ["energy by transaction", () => store.statistics.energy({ from, to }, "transaction", 5)],
    ["series of stations", () => store.statistics.series({ from, to, stations }, 10)],
    ["series of measurands", () => store.statistics.series({ from, to, measurands: ["Voltage"] }, 10)],
    [
      "series of a transaction",
      () => store.statistics.series({ transactionKey: records.transactionKeys[0] ?? "" }, 10),
    ],
    [
      "series of a transaction from a time on",
      () => store.statistics.series({ transactionKey: records.transactionKeys[0] ?? "", from }, 10),
    ],
  ];

  it.each(statistics)(
    "for statistics lies within the time asked for: %s",
    { timeout: 120_000 },
    async (_, work) => {
      const [asked, found] = await objections(
        { ...judge, span: { from, to: Math.ceil(to + clockLag) } },
        work,
      );
      expect(asked).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
  );

  it(
    "about silent stations is a minute of each, however long it is asked for",
    { timeout: 120_000 },
    async () => {
      const questions = await questionsOf(client, async () => {
        expect(await store.statistics.silent(statisticsTo + 1, 100)).not.toEqual([]);
        expect(await store.statistics.silent(statisticsTo + 1, 2, from)).not.toEqual([]);
        await store.statistics.silent(statisticsTo + 1e9, 1, 0);
      });
      const frames = questions.filter(({ collection }) => collection === "frames");
      expect(frames.length).toBeGreaterThan(0);
      for (const { command } of frames) {
        const bounds = boundsOf(command);
        expect((bounds?.to ?? Infinity) - (bounds?.from ?? 0)).toBeLessThanOrEqual(heardStep + clockLag + 2);
        expect(command["filter"]).toMatchObject({ "meta.station": expect.any(String) });
      }
      expect(clockLag).toBeGreaterThan(0);
      const [asked, found] = await objections(judge, () => store.statistics.silent(statisticsTo, 2));
      expect(asked).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
  );

  const others: [string, () => Promise<unknown>][] = [
    [
      "documents",
      async () => {
        for (const name of documentCollectionNames) await store.documents.list(name);
      },
    ],
    [
      "change of a document",
      () => store.documents.put("stations", "CS-1", { a: Math.random() }, { by: "test" }),
    ],
    [
      "states of stations",
      async () => {
        await store.states.get("CS-1");
        await listOf(store.states.stream());
      },
    ],
    ["writers", () => store.writers()],
    ["inventory", () => store.inventory()],
    [
      "batch that may be there in part",
      async () => {
        const [batch] = records.batches;
        if (batch === undefined) throw new Error("no batch");
        // The store does not know yet what is here of this writer.
        await store.append({ ...batch, writer: contractWriter, number: 1 });
      },
    ],
  ];

  it.each(others)("is answered by an index or a bounded time: %s", { timeout: 120_000 }, async (_, work) => {
    const [asked, found] = await objections(judge, work);
    expect(asked).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it("is objected to where its time is wider than what was asked for", async () => {
    const wide = { t: { $gte: new Date(0), $lte: new Date(to) } };
    const work = (): Promise<unknown> => db.collection("frames").find(wide).toArray();
    expect(await objections(judge, work)).toEqual([1, []]);
    const [, found] = await objections({ ...judge, span: { from, to } }, work);
    expect(found).toEqual([expect.stringContaining("beyond")]);
  });
});
