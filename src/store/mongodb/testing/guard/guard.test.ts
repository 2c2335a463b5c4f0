import { MongoClient, type Db, type Document } from "mongodb";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { describeWithMongo } from "../describe.ts";
import { startMongo } from "../server.ts";
import { sharedMongo } from "../shared.ts";
import { unguarded } from "./clients.ts";
import { guardCommands, type Guard } from "./guard.ts";
import { before } from "./rule.ts";
import { rules } from "./rules.ts";
import { refusedCommands } from "./rules/deployment.ts";
import { commandVersions, operatorVersions } from "./rules/versions.ts";
import { samples } from "./samples.ts";

/** Rules that take more than a command to break: tested one by one below. */
const byHand = ["ts-transaction", "standalone-transaction", "standalone-change-stream"];
const timeseries = { timeField: "t", metaField: "meta", granularity: "minutes" } as const;

describeWithMongo("the guard", {}, () => {
  let client: MongoClient;
  let name = "";

  beforeAll(async () => {
    const server = await sharedMongo();
    name = server.database();
    client = new MongoClient(server.uri, { ...unguarded, monitorCommands: true });
    const db = client.db(name);
    await db.createCollection("series", { timeseries });
    await db.collection("plain").insertOne({ a: 1 });
  });
  afterAll(() => client.close());

  /** A guard of its own, which sees what the test runs and no more. */
  async function guarded(oldest: string): Promise<{ guard: Guard; db: Db }> {
    const server = await sharedMongo();
    const own = new MongoClient(server.uri, { ...unguarded, monitorCommands: true, retryWrites: false });
    onTestFinished(() => own.close());
    const guard = guardCommands(own, { oldest });
    guard.watch("series", timeseries);
    return { guard, db: own.db(name) };
  }

  /** Rules broken by one command, whether or not the server at hand takes it. */
  async function broken(rule: string, command: Document, database?: string): Promise<string[]> {
    const { from } = rules.find(({ id }) => id === rule) ?? {};
    const { guard, db } = await guarded(from === "6.0" ? "5.0" : "6.0");
    if (rule === "ts-array-in-index") {
      await db.command({
        createIndexes: "series",
        indexes: [{ key: { "issues.code": 1 }, name: "issues.code" }],
      });
    }
    if (rule === "ts-finer-granularity") await db.listCollections().toArray();
    const text = JSON.stringify(command);
    const ready: Document = text.includes("DB.") ? JSON.parse(text.replaceAll("DB.", `${name}.`)) : command;
    const target = database === undefined ? db : db.client.db(database);
    await target.command(ready).catch(() => undefined);
    return guard.violations().map((violation) => violation.rule);
  }

  test("has a sample for every rule, and no sample without a rule", () => {
    const tables = [...operatorVersions, ...commandVersions, ...refusedCommands].map(([each]) => each);
    const generated = rules.filter(({ id }) =>
      tables.some((each) => id.endsWith(`-${each.replace("$", "")}`)),
    );
    const known = [...Object.keys(samples), ...byHand, ...generated.map(({ id }) => id)].sort();
    expect(known).toEqual(rules.map(({ id }) => id).sort());
    for (const { page } of rules) expect(page).toMatch(/^https:\/\/www\.mongodb\.com\/docs\/v[678]\.0\//);
  });

  test.each(Object.keys(samples))("%s", async (rule) => {
    const sample = samples[rule];
    if (sample === undefined) throw new Error("no sample");
    expect(await broken(rule, sample.trips, sample.database)).toContain(rule);
    const nearDatabase = sample.nearElsewhere === true ? undefined : sample.database;
    expect(await broken(rule, sample.near, nearDatabase)).not.toContain(rule);
  });

  test.each(operatorVersions.map(([operator]) => operator))("%s", async (operator) => {
    const rule = `operator-${operator.slice(1)}`;
    const project = (value: unknown) => ({
      aggregate: "plain",
      pipeline: [{ $project: { x: value } }],
      cursor: {},
    });
    expect(await broken(rule, project({ [operator]: "$a" }))).toEqual([rule]);
    expect(await broken(rule, project({ $literal: { [operator]: "$a" } }))).toEqual([]);
  });

  test.each([...commandVersions, ...refusedCommands].map(([command]) => command))("%s", async (command) => {
    expect(await broken(`command-${command}`, { [command]: "plain" })).toContain(`command-${command}`);
    expect(await broken(`command-${command}`, { find: command })).toEqual([]);
  });

  test("ts-transaction: writing in a transaction, not reading", async () => {
    const { guard, db } = await guarded("6.0");
    const session = db.client.startSession();
    onTestFinished(() => session.endSession());
    session.startTransaction();
    await db.collection("series").findOne({ "meta.station": "A" }, { session });
    await db.collection("plain").insertOne({ a: 2 }, { session });
    guard.assertClean();
    const measured = { t: new Date(), meta: { station: "A" } };
    await db
      .collection("series")
      .insertOne(measured, { session })
      .catch(() => undefined);
    expect(guard.violations().map(({ rule }) => rule)).toEqual(["ts-transaction"]);
  });

  test("allows from a version on what came with it", async () => {
    const { guard, db } = await guarded("8.0");
    await db.collection("series").deleteOne({ t: new Date(0) });
    await db.command({
      aggregate: "plain",
      pipeline: [{ $group: { _id: null, x: { $median: { input: "$a", method: "approximate" } } } }],
      cursor: {},
    });
    guard.assertClean();
    await db.collection("series").updateOne({ "meta.station": "A" }, { $set: { "meta.x": 1 } });
    expect(() => guard.assertClean()).toThrow(/ts-update-one: update on .*series.*timeseries-limitations/s);
    expect([
      before("6.0", "6.0"),
      before("6.3", "7.0"),
      before("7.0.2", "7.0.3"),
      before("10.0", "9.0"),
    ]).toEqual([false, true, true, false]);
  });

  test("learns time-series collections by itself: from create and from listCollections", async () => {
    const server = await sharedMongo();
    const own = new MongoClient(server.uri, { ...unguarded, monitorCommands: true });
    onTestFinished(() => own.close());
    const guard = guardCommands(own);
    const db = own.db(server.database());
    await db.collection("frames").distinct("meta");
    guard.assertClean();
    await db.createCollection("frames", { timeseries });
    await db.collection("frames").distinct("meta");
    expect(guard.violations()).toHaveLength(1);
    const second = new MongoClient(server.uri, { ...unguarded, monitorCommands: true });
    onTestFinished(() => second.close());
    const other = guardCommands(second);
    await second.db(db.databaseName).listCollections().toArray();
    await second.db(db.databaseName).collection("frames").distinct("meta");
    expect(other.violations()).toHaveLength(1);
    await db.dropCollection("frames");
    await db.collection("frames").distinct("meta");
    expect(guard.violations()).toHaveLength(1);
  });

  test("looks into explain, and not into what is stored", async () => {
    const { guard, db } = await guarded("6.0");
    await db.collection("plain").insertOne({ payload: { $median: 1, $where: "x" } });
    await db.collection("plain").updateOne({ a: 1 }, { $set: { text: "$median" } });
    guard.assertClean();
    await db.collection<{ _id: number }>("series").find({ _id: 1 }).explain();
    expect(guard.violations().map(({ rule, command }) => [rule, command])).toEqual([
      ["ts-id-without-time", "find"],
    ]);
  });

  test("wants a client that tells its commands", async () => {
    const silent = new MongoClient((await sharedMongo()).uri);
    expect(() => guardCommands(silent)).toThrow(/monitorCommands/);
  });
});

describeWithMongo("the guard at a stand-alone server", { own: true }, () => {
  test("standalone-transaction and standalone-change-stream", async () => {
    const server = await startMongo({ standalone: true });
    onTestFinished(() => server.stop());
    const client = new MongoClient(server.uri, { ...unguarded, monitorCommands: true });
    onTestFinished(() => client.close());
    const guard = guardCommands(client);
    const db = client.db(server.database());
    await db.collection("plain").insertOne({ a: 1 });
    guard.assertClean();
    const session = client.startSession();
    onTestFinished(() => session.endSession());
    session.startTransaction();
    await db
      .collection("plain")
      .insertOne({ a: 2 }, { session })
      .catch(() => undefined);
    await db
      .command({ aggregate: "plain", pipeline: [{ $changeStream: {} }], cursor: {} })
      .catch(() => undefined);
    expect(guard.violations().map(({ rule }) => rule)).toEqual([
      "standalone-transaction",
      "standalone-change-stream",
    ]);
  });
});
