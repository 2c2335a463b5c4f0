import { MongoClient } from "mongodb";
import type { ClientSession, Db, Document } from "mongodb";
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { newFrameId } from "../../../frames/frame-id.ts";
import { batchOf, frameMaker, sampleRow } from "../../contract/samples.ts";
import { createCollections } from "../create-collections.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { startMongo } from "../testing/server.ts";
import type { MongoServer } from "../testing/server.ts";
import { Appender } from "./appender.ts";

/**
 * A server that knows retryable writes, since the one at hand does not: of each session and number it remembers which
 * statements it ran. One command may be held up in the middle.
 */
class RememberingServer {
  readonly db: Db;
  /** Collection of which the next insert is held up when so many of its documents are in. */
  stall: { collection: string; after: number } | null = null;
  readonly sent: Document[] = [];
  readonly #ran = new Map<ClientSession, Map<number, Set<number>>>();
  #rest: (() => Promise<unknown>)[] = [];

  constructor(real: Db) {
    const command = async (asked: Document, options: { session?: ClientSession } = {}): Promise<Document> =>
      asked["insert"] === undefined
        ? real.command(asked, options)
        : this.#insert(real, asked, options.session);
    this.db = new Proxy(real, {
      get: (target, name) => {
        if (name === "command") return command;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }

  /** What was held up goes on. */
  async resume(): Promise<void> {
    for (const go of this.#rest.splice(0)) await go();
  }

  async #insert(real: Db, asked: Document, session: ClientSession | undefined): Promise<Document> {
    this.sent.push(asked);
    const { insert: collection, documents, writeConcern } = asked;
    const run = async (from: number, to: number): Promise<Document> => {
      const wanted: Document[] = [];
      for (let place = from; place < to; place++)
        if (!this.#knows(asked, session, asked["stmtIds"]?.[place] ?? place)) wanted.push(documents[place]);
      if (wanted.length === 0) return { ok: 1 };
      return real.command({ insert: collection, documents: wanted, ordered: false, writeConcern });
    };
    if (this.stall?.collection !== collection) return run(0, documents.length);
    const { after } = this.stall ?? { after: 0 };
    this.stall = null;
    await run(0, after);
    this.#rest.push(() => run(after, documents.length));
    throw new Error("the connection is gone");
  }

  #knows(asked: Document, session: ClientSession | undefined, statement: number): boolean {
    if (session === undefined || asked["txnNumber"] === undefined) return false;
    const numbers = this.#ran.get(session) ?? new Map<number, Set<number>>();
    this.#ran.set(session, numbers);
    const number = Number(asked["txnNumber"]);
    const ran = numbers.get(number) ?? new Set();
    numbers.set(number, ran);
    if (ran.has(statement)) return true;
    ran.add(statement);
    return false;
  }
}

describeWithMongo("a command held up in the middle for longer than all looks", { own: true }, () => {
  let server: MongoServer;
  let client: MongoClient;
  let real: Db;
  beforeAll(async () => {
    server = await startMongo({ testCommands: true });
    client = new MongoClient(server.uri, { appName: "under test" });
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });
  beforeEach(async () => {
    real = client.db(server.database());
    await createCollections(real, true);
  });

  const writer = `test/${newFrameId()}`;
  const appenderOn = (db: Db): Appender => {
    const appender = new Appender({
      client,
      db,
      home: real.databaseName,
      writer,
      fresh: true,
      facts: {
        product: "MongoDB",
        version: "8.0.0",
        topology: "replica set",
        timeSeries: true,
        changeStreams: true,
        transactions: true,
        knowsRepetitions: true,
        knowsPlaces: true,
        neverExpiring: [],
      },
    });
    onTestFinished(() => appender.close());
    return appender;
  };
  const make = frameMaker();
  const filled = (number: number) =>
    batchOf({
      writer,
      number,
      frames: Array.from({ length: 9 }, () => make({ writer })),
      samples: Array.from({ length: 7 }, (_, i) => sampleRow({ at: 1_700_000_000_000 + i })),
    });
  const counts = async (): Promise<number[]> => {
    const ids = async (name: string): Promise<string[]> =>
      (
        await real
          .collection<{ _id: string; t: Date }>(name)
          .find({ t: { $gt: new Date(0) } })
          .toArray()
      ).map(({ _id }) => _id);
    const [frames, samples] = [await ids("frames"), await ids("meter_samples")];
    return [frames.length, new Set(frames).size, samples.length, new Set(samples).size];
  };

  it.each(["frames", "meter_samples"])("doubles nothing of %s when it goes on", async (collection) => {
    const remembering = new RememberingServer(real);
    const appender = appenderOn(remembering.db);
    remembering.stall = { collection, after: 4 };
    const batch = filled(1);
    await expect(appender.append(batch)).rejects.toThrow("connection is gone");
    await appender.append(batch);
    await remembering.resume();
    expect(await counts()).toEqual([9, 9, 7, 7]);
    const again = remembering.sent.findLast(({ insert }) => insert === collection);
    expect(again).toMatchObject({ stmtIds: collection === "frames" ? [4, 5, 6, 7, 8] : [4, 5, 6] });
    expect(Number(again?.["txnNumber"])).toBe(1);
  });

  it("goes on without a number when the server has forgotten what was written under it", async () => {
    const remembering = new RememberingServer(real);
    const appender = appenderOn(remembering.db);
    remembering.stall = { collection: "frames", after: 4 };
    const batch = filled(1);
    await expect(appender.append(batch)).rejects.toThrow("connection is gone");
    // IncompleteTransactionHistory
    const data = { failCommands: ["insert"], errorCode: 217, appName: "under test" };
    await client.db("admin").command({ configureFailPoint: "failCommand", mode: { times: 1 }, data });
    await appender.append(batch);
    expect(await counts()).toEqual([9, 9, 7, 7]);
    expect(remembering.sent.at(-1)).not.toHaveProperty("txnNumber");
  });
});
