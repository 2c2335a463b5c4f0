import { MongoClient } from "mongodb";
import type { Db } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rounds } from "../../../../testdata/rounds.ts";
import { newFrameId } from "../../../frames/frame-id.ts";
import type { FrameRecord } from "../../../frames/frame.ts";
import { frameMaker, listOf, sampleRow, transactionRow } from "../../contract/samples.ts";
import type { TransactionEventRow } from "../../rows.ts";
import type { Batch, Store } from "../../store.ts";
import { openMongoStore } from "../open.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { guardCommands } from "../testing/guard/guard.ts";
import type { Guard } from "../testing/guard/guard.ts";
import { startMongo } from "../testing/server.ts";
import type { MongoServer } from "../testing/server.ts";

let server: MongoServer;
let client: MongoClient;
let db: Db;
let store: Store;
let guard: Guard;
let writer = "";
let frame: (part?: Partial<FrameRecord>) => FrameRecord;

async function open(): Promise<Store> {
  return openMongoStore({
    uri: `${server.uri}${server.uri.includes("?") ? "&" : "?"}heartbeatFrequencyMS=500`,
    database: db.databaseName,
    identity: { writer, name: "test", folder: "" },
    expire: { frames: 0, samples: 0, events: 0 },
    appName: "under test",
    observe: (own) => {
      guard = guardCommands(own);
    },
  });
}

/** Also what the sharing of one writer's batches needs: a sample long ago, an event, a late answer. */
function batch(number: number, frames: FrameRecord[]): Batch {
  const event: TransactionEventRow = {
    at: 1_700_000_000_000 + number,
    station: "CS-1",
    dialect: "1.6J",
    transactionKey: `CS-1#${number}`,
    transactionId: null,
    phase: "started",
    frame: frames[0]?.id ?? "",
    evse: 1,
    connector: 1,
    idToken: "A",
    meter: 5,
    stoppedReason: null,
  };
  return {
    writer,
    number,
    frames,
    transactions: [transactionRow({ key: `CS-1#${number}` })],
    samples: [sampleRow({ at: 1000 * number }), sampleRow({ at: 1_700_000_000_000 + number })],
    events: [event],
    connections: [],
  };
}

const framesOf = (count: number): FrameRecord[] => Array.from({ length: count }, () => frame());

async function failing(data: object, mode: object = { times: 1 }): Promise<void> {
  const command = { configureFailPoint: "failCommand", mode, data: { appName: "under test", ...data } };
  await client.db("admin").command(command);
}

/** As the journal does: the same batch until it is taken. Returns how often it was refused. */
async function deliver(batch: Batch): Promise<number> {
  for (let refused = 0; ; refused++) {
    try {
      await store.append(batch);
      return refused;
    } catch (error) {
      if (refused > 200) throw error;
      await failing({}, "off" as never).catch(() => undefined);
    }
  }
}

/** Each frame, sample and event once. */
async function expectOnce(batches: Batch[]): Promise<void> {
  const ids = async (name: string): Promise<string[]> =>
    (await db.collection<{ _id: string }>(name).find().toArray()).map(({ _id }) => _id).sort();
  expect(await ids("frames")).toEqual(batches.flatMap(({ frames }) => frames.map(({ id }) => id)).sort());
  for (const [name, count] of [
    ["meter_samples", batches.flatMap(({ samples }) => samples).length],
    ["transaction_events", batches.flatMap(({ events }) => events).length],
    ["transactions", batches.flatMap(({ transactions }) => transactions).length],
  ] as const) {
    const found = await ids(name);
    expect([name, found.length, new Set(found).size]).toEqual([name, count, count]);
  }
  const found = await db
    .collection<{ _id: string; [name: string]: unknown }>("writers")
    .findOne({ _id: writer });
  expect(found?.["batch"]).toBe(batches.at(-1)?.number);
}

// A stand-alone server does not know a repeated command: there we look first, always.
describeWithMongo("appending to the MongoDB home on a replica set", { own: true }, () => suite(false));
describeWithMongo("appending to the MongoDB home on a stand-alone server", { own: true }, () => suite(true));

function suite(standalone: boolean): void {
  beforeAll(async () => {
    server = await startMongo({ testCommands: true, standalone });
    client = new MongoClient(server.uri);
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });
  beforeEach(async () => {
    db = client.db(server.database());
    writer = `test/${newFrameId()}`;
    const make = frameMaker();
    frame = (part = {}) => make({ writer, ...part });
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    guard.assertClean();
  });

  describe("doubles nothing and loses nothing", () => {
    // OutOfDiskSpace; and an error that comes although it was written.
    it.each([
      ["the connection closes before an insert", { failCommands: ["insert"], closeConnection: true }, 1],
      ["the second insert fails", { failCommands: ["insert"], errorCode: 14_031 }, { skip: 1 }],
      ["the third insert fails", { failCommands: ["insert"], errorCode: 14_031 }, { skip: 2 }],
      ["the fourth insert fails", { failCommands: ["insert"], errorCode: 14_031 }, { skip: 3 }],
      [
        "the connection closes before the watermark",
        { failCommands: ["update"], errorCode: 14_031 },
        { skip: 1 },
      ],
      [
        "it was written but not by a majority",
        { failCommands: ["insert"], writeConcernError: { code: 64, errmsg: "waiting timed out" } },
        2,
      ],
    ])("when %s", async (_, data, mode) => {
      const first = batch(1, framesOf(3));
      await store.append(first);
      await failing(data, typeof mode === "number" ? { times: mode } : mode);
      // More than one insert command of frames.
      const second = batch(2, framesOf(1500));
      expect(await deliver(second)).toBeGreaterThan(0);
      const third = batch(3, framesOf(2));
      await store.append(third);
      await expectOnce([first, second, third]);
    });

    it("when the process ends amid a batch and the next one delivers it", async () => {
      const only = batch(1, framesOf(1500));
      await failing({ failCommands: ["insert"], errorCode: 14_031 }, { skip: 2 });
      await expect(store.append(only)).rejects.toThrow();
      await failing({}, "off" as never);
      expect(await db.collection("frames").countDocuments({ t: { $gte: new Date(0) } })).toBeLessThan(1500);
      await store.close();
      const own = writer;
      writer = `test/${newFrameId()}`;
      store = await open();
      await store.append(only);
      await store.append(only);
      writer = own;
      await expectOnce([only]);
    });

    it("when the server is killed again and again", { timeout: 300_000 }, async () => {
      const batches = Array.from({ length: rounds(6, 24) }, (_, i) => batch(i + 1, framesOf(200)));
      for (const [place, each] of batches.entries()) {
        const delivered = deliver(each);
        if (place % 3 === 1) {
          await server.kill();
          await server.restart();
        }
        await delivered;
      }
      await expectOnce(batches);
    });

    it("when the server stands still for a while", async () => {
      const batches = [batch(1, framesOf(800)), batch(2, framesOf(10))];
      const delivered = deliver(batches[0] ?? batch(0, []));
      server.pause();
      await new Promise((resolve) => setImmediate(resolve));
      server.resume();
      await delivered;
      await deliver(batches[1] ?? batch(0, []));
      await expectOnce(batches);
    });
  });

  it("takes no batch again, nor one before the last", async () => {
    const batches = [batch(1, framesOf(2)), batch(5, framesOf(2))];
    for (const each of batches) await store.append(each);
    await store.append(batch(4, framesOf(2)));
    await store.append(batch(5, framesOf(2)));
    await expectOnce(batches);
  });

  it("keeps frames of any size", { timeout: 300_000 }, async () => {
    const long = "é😀x".repeat(1_700_000);
    const frames = [
      frame({ raw: `[2,"1","DataTransfer",{"data":"${"a".repeat(20 * 2 ** 20)}"}]` }),
      frame({ raw: `"${long}"` }),
      frame({ raw: `[2,"${long}","A",{}]`, messageId: long, marks: ["late"] }),
      frame({ raw: `[2,"1","A",[${"1,".repeat(500_000)}1]]` }),
    ];
    await store.append({ ...batch(1, frames), frames });
    const found = await listOf(store.frames.stream({}));
    expect(found.map(({ raw }) => raw.length)).toEqual(frames.map(({ raw }) => raw.length));
    for (const [place, { answer, ...row }] of found.entries()) {
      const same = JSON.stringify(row) === JSON.stringify({ ...frames[place] });
      expect([place, same, answer]).toEqual([place, Object.keys(row).length === 17 && same, null]);
    }
  });

  it("keeps decoded payloads with any names where it can, and texts as they were", async () => {
    const raws = [
      '[2,"1","A",{"a.b":{"$c":[1.5,-0,null,"ü"]},"":1}]',
      '[2,"2","A",{"__proto__":{"x":1},"constructor":2}]',
      '[2,"3","A",{"nul\\u0000":1}]',
      '[2,"4","A",{"$ref":"x","$id":1}]',
      `[2,"5","A",${"[".repeat(300)}${"]".repeat(300)}]`,
      '[2,"6","A",{"_bsontype":"ObjectId"}]',
      '[2,"7","A",{"half":"\\ud800"}]',
      "{ not JSON",
    ];
    const frames = raws.map((raw) => frame({ raw }));
    await store.append(batch(1, frames));
    for (const [place, { id }] of frames.entries())
      expect((await store.frames.get(id))?.raw).toBe(raws[place]);
    const kept = await db
      .collection<{ _id: string; payload?: unknown }>("frames")
      .find()
      .sort({ _id: 1 })
      .toArray();
    const payloads = kept.map((document) => JSON.stringify(document["payload"]));
    expect(payloads.slice(0, 2)).toEqual([
      '{"a.b":{"$c":[1.5,0,null,"ü"]},"":1}',
      '{"__proto__":{"x":1},"constructor":2}',
    ]);
    expect(payloads.slice(2)).toEqual(raws.slice(2).map(() => undefined));
  });

  it("takes the same batch in each of two databases of one server", async () => {
    const only = batch(1, framesOf(3));
    await store.append(only);
    await expectOnce([only]);
    await store.close();
    db = client.db(server.database());
    store = await open();
    await store.append(only);
    await expectOnce([only]);
    await store.close();
    await db.dropDatabase();
    store = await open();
    await store.append(only);
    await expectOnce([only]);
  });

  it("notes how far the clock was set back", async () => {
    const frames = [frame(), { ...frame(), at: 1_700_000_000_000 - 5000 }];
    await store.append(batch(1, frames));
    const found = await db
      .collection<{ _id: string; [name: string]: unknown }>("writers")
      .findOne({ _id: writer });
    expect(found?.["clockLag"]).toBe(5002);
  });

  it("knows the answer in the same batch, and the first one of a later batch", async () => {
    const [a, b] = [frame(), frame()];
    const answer = frame({ kind: "callResult", pair: a.id, latency: 1.5, direction: "in" });
    await store.append(batch(1, [a, b, answer]));
    const late = frame({ kind: "callError", pair: b.id, latency: 2.5, error: "GenericError" });
    await store.append(batch(2, [late, frame({ kind: "callResult", pair: b.id, latency: 9 })]));
    await store.append(batch(3, [frame({ kind: "callResult", pair: b.id, latency: 99 })]));
    expect((await store.frames.get(a.id))?.answer).toEqual({
      id: answer.id,
      kind: "callResult",
      latency: 1.5,
      error: null,
    });
    expect((await store.frames.get(b.id))?.answer).toEqual({
      id: late.id,
      kind: "callError",
      latency: 2.5,
      error: "GenericError",
    });
  });

  describe("when the server refuses a document for its content", () => {
    // Only ordinary collections have validators.
    beforeEach(async () => {
      await store.close();
      db = client.db(server.database());
      await failing({ failCommands: ["create"], errorCode: 72 });
      store = await open();
      // It can't tell the refused series from the collections that took their place.
      guard.assertClean = () => undefined;
    });

    it("keeps a frame in a plainer form instead", async () => {
      await db.command({ collMod: "frames", validator: { payload: { $exists: false } } });
      const frames = [frame(), frame({ raw: "no JSON" }), frame()];
      const only = batch(1, frames);
      await store.append(only);
      await expectOnce([only]);
      const found = await listOf(store.frames.stream({}));
      expect(found).toEqual(frames.map((each) => ({ ...each, answer: null })));
    });

    it("names the frame that nothing helps, and goes on when it is taken", async () => {
      await db.command({ collMod: "frames", validator: { kind: { $ne: "send" } } });
      const frames = [frame(), frame({ kind: "send" }), frame()];
      const only = batch(1, frames);
      await expect(store.append(only)).rejects.toThrow(`refuses frame ${frames[1]?.id} of station CS-1`);
      await db.command({ collMod: "frames", validator: {} });
      await store.append(only);
      await expectOnce([only]);
    });
  });
}
