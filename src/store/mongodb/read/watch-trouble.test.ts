import { MongoClient } from "mongodb";
import type { CommandStartedEvent, Db, Document } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoreChange } from "../../store.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { guardCommands } from "../testing/guard/guard.ts";
import type { Guard } from "../testing/guard/guard.ts";
import { startMongo } from "../testing/server.ts";
import type { MongoServer } from "../testing/server.ts";
import { createWatcher } from "./watch.ts";
import type { Watcher, WatchOptions } from "./watch.ts";

const patience = { timeout: 40_000, interval: 20 };
const notAllowed = 13;
const historyLost = 286;
/** Longer than any test. */
const never = 600_000;

describeWithMongo("changes of other processes, when streams fail", { own: true }, () => {
  let server: MongoServer;
  /** Another process; fail points do not reach it. */
  let outside: MongoClient;
  let own: MongoClient;
  let guard: Guard;
  let theirs: Db;
  let watcher: Watcher | undefined;
  const told: StoreChange[] = [];
  const errors: string[] = [];
  /** Of each stream that was asked for: its collection (1: the database), and whether it was to go on somewhere. */
  const opened: [collection: unknown, resumed: boolean][] = [];

  beforeAll(async () => {
    server = await startMongo({ testCommands: true });
    outside = new MongoClient(server.uri);
    own = new MongoClient(server.uri, {
      appName: "watched",
      monitorCommands: true,
      heartbeatFrequencyMS: 500,
    });
    guard = guardCommands(own);
    own.on("commandStarted", ({ commandName, command }: CommandStartedEvent) => {
      if (commandName !== "aggregate") return;
      const stream: unknown = command["pipeline"]?.[0]?.$changeStream;
      if (stream !== undefined)
        opened.push([command["aggregate"], (stream as Document)["resumeAfter"] !== undefined]);
    });
  });
  beforeEach(async () => {
    theirs = outside.db(server.database());
    for (const name of ["stations", "transactions", "runs"]) await theirs.createCollection(name);
    for (const list of [told, errors, opened]) list.length = 0;
  });
  afterEach(async () => {
    await fail([], "off");
    await watcher?.close();
    watcher = undefined;
    guard.assertClean();
  });
  afterAll(async () => {
    await own.close();
    await outside.close();
    await server.stop();
  });

  /** Lets the watcher's commands fail; `aggregate` opens streams, `getMore` listens to them. */
  async function fail(failCommands: string[], mode: Document | string, data: Document = {}): Promise<void> {
    const failPoint = { failCommands, appName: "watched", ...data };
    await outside.db("admin").command({ configureFailPoint: "failCommand", mode, data: failPoint });
  }
  async function put(collection: string, id: string): Promise<void> {
    const write = { $set: { writer: "other/1" }, $currentDate: { changedAt: true } } as const;
    await theirs.collection<{ _id: string }>(collection).updateOne({ _id: id }, write, { upsert: true });
  }
  async function remove(id: string): Promise<void> {
    await theirs.collection<{ _id: string }>("stations").deleteOne({ _id: id });
  }
  function watch(part: Partial<WatchOptions> = {}): Watcher {
    watcher = createWatcher({
      db: own.db(theirs.databaseName),
      facts: { changeStreams: true, topology: "replica set" },
      writer: "me/1",
      pollInterval: 20,
      retryStreams: never,
      ...part,
      onError: (error) => {
        errors.push(error.message);
        part.onError?.(error);
      },
    });
    watcher.watch((changes) => told.push(...changes));
    return watcher;
  }
  /** Changes of each collection are heard, in this way. */
  async function hears(way: "pushed" | "polled", round = ""): Promise<void> {
    await vi.waitFor(() => expect(watcher?.status()).toEqual({ way, failing: null }), patience);
    await put("stations", `gone${round}`);
    await tells("stations", `gone${round}`);
    await put("transactions", `t${round}`);
    await put("runs", `r${round}`);
    await remove(`gone${round}`);
    await tells("transactions", `t${round}`);
    await tells("runs", `r${round}`);
    await tells("stations", `gone${round}`, "removed");
    expect(watcher?.status()).toEqual({ way, failing: null });
  }
  async function tells(collection: string, id: string, action = "put"): Promise<void> {
    await vi.waitFor(() => expect(told).toContainEqual({ collection, id, action }), patience);
  }

  it("are pushed by one stream", async () => {
    watch();
    await hears("pushed");
    expect(opened).toEqual([[1, false]]);
    expect(errors).toEqual([]);
  });

  it("are pushed by one stream per collection where that of the database is refused", async () => {
    await fail(["aggregate"], { times: 1 }, { errorCode: notAllowed });
    watch();
    await hears("pushed");
    expect(opened[0]).toEqual([1, false]);
    expect(opened.slice(1).toSorted()).toEqual([
      ["runs", false],
      ["stations", false],
      ["transactions", false],
    ]);
    expect(errors).toHaveLength(1);
  });

  it("are asked for where all streams are refused, and pushed once they are not", async () => {
    await fail(["aggregate"], "alwaysOn", { errorCode: notAllowed });
    watch({ retryStreams: 50 });
    await hears("polled");
    const tries = opened.length;
    await vi.waitFor(() => expect(opened.length).toBeGreaterThan(tries + 8), patience);
    // Each way's refusal is told once, however often it is tried.
    expect(errors).toHaveLength(2);
    expect(watcher?.status()).toEqual({ way: "polled", failing: null });
    await put("runs", "between");
    await fail([], "off");
    await hears("pushed", "-2");
    await tells("runs", "between");
    expect(opened.at(-1)).toEqual([1, false]);
  });

  it("are never tried to be pushed by a server that stands alone", async () => {
    watch({ facts: { changeStreams: false, topology: "stand-alone" }, retryStreams: 1 });
    await hears("polled");
    expect(opened).toEqual([]);
  });

  it("are pushed after a beginning without streams", async () => {
    watch({ facts: { changeStreams: false, topology: "replica set" }, retryStreams: 200 });
    await hears("pushed");
  });

  describe("whose history the server has lost", () => {
    it("are told by a stream that goes on where the last one was", async () => {
      watch();
      await hears("pushed");
      await fail(["getMore"], { times: 1 }, { errorCode: historyLost });
      await vi.waitFor(() => expect(opened).toHaveLength(2), patience);
      await hears("pushed", "-2");
      expect(opened).toEqual([
        [1, false],
        [1, true],
      ]);
    });

    it("are told by a new stream, also those of the time between", async () => {
      let between: Promise<unknown> | undefined;
      watch({
        onError: () => {
          between ??= Promise.all([put("runs", "between"), remove("early")]);
        },
      });
      await hears("pushed");
      await put("stations", "early");
      await tells("stations", "early");
      await fail(["getMore", "aggregate"], { times: 2 }, { errorCode: historyLost });
      await tells("runs", "between");
      await tells("stations", "early", "removed");
      await hears("pushed", "-2");
      expect(opened).toEqual([
        [1, false],
        [1, true],
        [1, false],
      ]);
      await between;
    });

    it("are asked for while no new stream opens, and pushed again afterwards", async () => {
      let between: Promise<unknown> | undefined;
      watch({
        retryStreams: 300,
        onError: () => {
          between ??= Promise.all([put("runs", "between"), remove("early")]);
        },
      });
      await hears("pushed");
      await put("stations", "early");
      await tells("stations", "early");
      await fail(["getMore", "aggregate"], "alwaysOn", { errorCode: historyLost });
      await vi.waitFor(() => expect(watcher?.status().way).toBe("polled"), patience);
      await tells("runs", "between");
      await tells("stations", "early", "removed");
      await put("transactions", "polled");
      await tells("transactions", "polled");
      await fail([], "off");
      await hears("pushed", "-2");
      await between;
    });
  });

  it.each([1, 3])("are told after the connection was closed, %i times", async (times) => {
    let between: Promise<unknown> | undefined;
    watch();
    await hears("pushed");
    own.once("connectionPoolCleared", () => {
      between = put("runs", "between");
    });
    await fail(["getMore", "aggregate"], { times }, { closeConnection: true });
    await tells("runs", "between");
    await hears("pushed", "-2");
    await between;
  });
});
