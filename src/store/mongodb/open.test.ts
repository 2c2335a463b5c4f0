import { hostname } from "node:os";
import { MongoClient } from "mongodb";
import type { Db } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { frameMaker } from "../contract/samples.ts";
import { storeFacts } from "../facts.ts";
import { StoreOpenError } from "../open-error.ts";
import type { Batch, Store, StoreIdentity } from "../store.ts";
import { collectionNames, collections } from "./collections.ts";
import { migrations } from "./migrations.ts";
import { openMongoStore } from "./open.ts";
import type { MongoOptions } from "./open.ts";
import { makeMongoCertificates } from "./testing/certificates.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { guardCommands } from "./testing/guard/guard.ts";
import type { Guard } from "./testing/guard/guard.ts";
import type { MongoOptions as ServerOptions, MongoServer } from "./testing/server.ts";
import { startMongo } from "./testing/server.ts";

/** Number of the newest migration. */
const newestVersion = migrations.at(-1)?.version ?? 0;
const never = { frames: 0, samples: 0, events: 0 };
let names = 0;
const someone = (name = `test ${++names}`): StoreIdentity => ({
  writer: `${name}/${++names}`,
  name,
  folder: "",
});

const stores: Store[] = [];
const guards: Guard[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const guard of guards.splice(0)) guard.assertClean();
});

async function open(options: Partial<MongoOptions> & { uri: string }): Promise<Store> {
  const store = await openMongoStore({
    identity: someone(),
    expire: never,
    observe: (client) => guards.push(guardCommands(client)),
    ...options,
  });
  stores.push(store);
  return store;
}

async function refusal(options: Partial<MongoOptions> & { uri: string }): Promise<StoreOpenError> {
  const error: unknown = await open(options).then(
    () => "opened",
    (reason: unknown) => reason,
  );
  if (error instanceof StoreOpenError) return error;
  throw new Error(`no StoreOpenError but ${String(error)}`);
}

function batch(writer: string, number: number, part: Partial<Batch>): Batch {
  return { writer, number, frames: [], transactions: [], samples: [], events: [], connections: [], ...part };
}

/** A server and a client beside the home's. */
function withServer(
  options: ServerOptions,
  body: (at: () => { server: MongoServer; client: MongoClient }) => void,
) {
  let server: MongoServer;
  let client: MongoClient;
  beforeAll(async () => {
    server = await startMongo(options);
    client = new MongoClient(server.uri);
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });
  body(() => ({ server, client }));
}

describeWithMongo("opening the MongoDB home", { own: true }, () => {
  withServer({ testCommands: true }, (at) => {
    let uri = "";
    let database = "";
    let db: Db;
    beforeEach(() => {
      uri = at().server.uri;
      database = at().server.database();
      db = at().client.db(database);
    });
    afterEach(async () => {
      await db.dropDatabase();
    });

    it("makes all collections, with their indexes", async () => {
      const store = await open({ uri, database });
      expect(store.home).toMatchObject({ kind: "mongodb", changes: "pushed", warnings: [] });
      expect(store.home.place).toBe(`${at().server.address}/${database}`);
      for (const name of collectionNames) {
        const found = await db.collection(name).indexes();
        const names = found.map((index) => index.name).filter((other) => other !== "_id_");
        expect(names.sort()).toEqual(collections[name].indexes.map((index) => index.name).sort());
      }
      const infos = await db.listCollections({ name: "frames" }).toArray();
      expect(infos[0]).toMatchObject({
        options: { timeseries: { timeField: "t", metaField: "meta", granularity: "seconds" } },
      });
    });

    it("takes the database out of the URI, and stationmaster where there is none", async () => {
      const address = at().server.address;
      expect((await open({ uri: `mongodb://${address}/${database}` })).home.place).toBe(
        `${address}/${database}`,
      );
      expect((await open({ uri: `mongodb://${address}` })).home.place).toBe(`${address}/stationmaster`);
      await at().client.db("stationmaster").dropDatabase();
    });

    it("refuses a database of somebody else and leaves it alone", async () => {
      await db.collection<{ _id: number }>("stations").insertOne({ _id: 1 });
      const error = await refusal({ uri, database });
      expect(error.reason).toBe("foreign");
      expect(error.message).toContain("under names that Stationmaster uses: stations");
      expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(["stations"]);
    });

    it("does not mind collections under other names", async () => {
      await db.collection("orders").insertOne({});
      await open({ uri, database });
      expect(await db.collection("orders").countDocuments()).toBe(1);
    });

    it("refuses a store of a newer version and leaves it alone", async () => {
      await (await open({ uri, database })).close();
      await db
        .collection<{ _id: number; product: string }>("schema_versions")
        .insertOne({ _id: 99, product: "stationmaster" });
      const before = await db.collection("writers").countDocuments();
      const error = await refusal({ uri, database });
      expect(error.reason).toBe("newer-version");
      expect(error.message).toContain("schema 99");
      expect(await db.collection("writers").countDocuments()).toBe(before);
    });

    it("takes ordinary collections where the server has no time series", async () => {
      // InvalidOptions
      const admin = at().client.db("admin");
      const data = { failCommands: ["create"], errorCode: 72, appName: "without series" };
      await admin.command({ configureFailPoint: "failCommand", mode: { times: 1 }, data });
      const identity = someone();
      const store = await open({
        uri,
        database,
        identity,
        // The guard takes the refused series for made.
        observe: () => undefined,
        appName: "without series",
        expire: { ...never, frames: 2 },
      });
      expect(store.home.warnings).toEqual([expect.stringContaining("no time-series collections")]);
      const infos = await db.listCollections({ name: "frames" }).toArray();
      expect(infos[0]).toMatchObject({ options: {} });
      const indexes = await db.collection("frames").indexes();
      expect(indexes.find(({ name }) => name === "by_time")).toMatchObject({
        expireAfterSeconds: 2 * 86_400,
      });
      const frame = frameMaker();
      const frames = [frame({ writer: identity.writer }), frame({ raw: '[2,"1","A",{"a.b":{"$c":1}}]' })];
      await store.append(batch(identity.writer, 1, { frames }));
      expect((await store.frames.query({}, { limit: 5, order: "oldest" })).items).toMatchObject(frames);
      await store.close();
      // Also by who did not see the server refuse.
      expect((await open({ uri, database })).home.warnings).toHaveLength(1);
    });

    it("makes time series that expire from the beginning", async () => {
      const expire = { frames: 30, samples: 0, events: 0.5 };
      const sent: unknown[] = [];
      await open({
        uri,
        database,
        expire,
        observe: (client) =>
          client.on("commandStarted", ({ command }) => {
            if ("collMod" in command && !("index" in command)) sent.push(command["collMod"]);
          }),
      });
      const options = async (name: string): Promise<unknown> =>
        (await db.listCollections({ name }).toArray()).map((info) =>
          "options" in info ? info.options?.["expireAfterSeconds"] : null,
        );
      expect(await options("frames")).toEqual([30 * 86_400]);
      expect(await options("meter_samples")).toEqual([undefined]);
      expect(await options("transaction_events")).toEqual([43_200]);
      expect(sent).toEqual([]);
      // What `store status` shows.
      const facts = await storeFacts({ kind: "mongodb", uri, database, expire, why: "" });
      expect(facts.expire).toEqual({
        frames: 30 * 86_400,
        transaction_events: 43_200,
        frame_parts: 31 * 86_400,
        answers: 31 * 86_400,
      });
    });

    it("changes how long things are kept", async () => {
      await open({ uri, database, expire: { frames: 30, samples: 0, events: 7 } });
      const expiry = async (): Promise<unknown> =>
        (await db.collection("answers").indexes()).find(({ name }) => name === "expiry")?.[
          "expireAfterSeconds"
        ];
      expect(await expiry()).toBe(31 * 86_400);
      const seen: unknown[] = [];
      await open({
        uri,
        database,
        expire: { frames: 3, samples: 0, events: 0 },
        observe: (client) =>
          client.on("commandStarted", ({ command }) => {
            if ("collMod" in command) seen.push([command["collMod"], command["expireAfterSeconds"]]);
          }),
      });
      expect(await expiry()).toBe(4 * 86_400);
      expect(seen).toContainEqual(["frames", 3 * 86_400]);
      await open({ uri, database, expire: never });
      expect(await expiry()).toBe(2 ** 31 - 1);
    });

    it("refuses a second process of one name, and does not mind one of another name", async () => {
      const first = await open({ uri, database, identity: someone("twin") });
      const error = await refusal({ uri, database, identity: someone("twin") });
      expect(error.reason).toBe("in-use");
      expect(error.message).toContain(
        `named "twin" uses the database ${database}: process ${process.pid} on ${hostname()}`,
      );
      await open({ uri, database, identity: someone("other") });
      await first.documents.put("stations", "still", "works");
      await first.close();
      await open({ uri, database, identity: someone("twin") });
    });

    it("lets only one of two in that start at the same time", async () => {
      const both = await Promise.allSettled([
        open({ uri, database, identity: someone("twin") }),
        open({ uri, database, identity: someone("twin") }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });

    const holder = (part: object): object => ({
      _id: "dead/1",
      name: "dead",
      live: "dead",
      host: hostname(),
      // Beyond what Linux gives: nobody's.
      pid: 2 ** 22 + 1,
      folder: "folder",
      startedAt: 1,
      seenAt: new Date(Date.now() + 60_000),
      endedAt: null,
      batch: 4,
      clockLag: 0,
      ...part,
    });

    it("follows at once a process that died on the same folder", async () => {
      await (await open({ uri, database })).close();
      await db.collection("writers").insertOne(holder({}));
      const begin = performance.now();
      const identity = { ...someone("dead"), folder: "folder" };
      const store = await open({ uri, database, identity });
      // The wait for one whose death is not certain is 10 s.
      expect(performance.now() - begin).toBeLessThan(9000);
      const dead = (await store.writers("all")).find(({ writer }) => writer === "dead/1");
      expect(dead).toMatchObject({ endedAt: null, batch: 4 });
    });

    it("waits until a process elsewhere has been silent for long", async () => {
      await (await open({ uri, database })).close();
      await db.collection("writers").insertOne(holder({ host: "elsewhere" }));
      const begin = performance.now();
      await open({ uri, database, identity: someone("dead") });
      expect(performance.now() - begin).toBeGreaterThan(9000);
    });

    it("does not wait for one that has been silent for long already", async () => {
      await (await open({ uri, database })).close();
      await db
        .collection("writers")
        .insertOne(holder({ host: "elsewhere", seenAt: new Date(Date.now() - 60_000) }));
      const begin = performance.now();
      await open({ uri, database, identity: someone("dead") });
      expect(performance.now() - begin).toBeLessThan(9000);
    });

    it("forgets a process that wrote nothing when it ends, and no other", async () => {
      const [idle, putting, recording] = [someone(), someone(), someone()];
      const writers = async (): Promise<string[]> =>
        (await db.collection<{ _id: string }>("writers").find().toArray()).map(({ _id }) => _id);
      await (await open({ uri, database, identity: idle })).close();
      expect(await writers()).toEqual([]);
      const one = await open({ uri, database, identity: putting });
      expect(await writers()).toEqual([putting.writer]);
      await one.documents.put("stations", "a", 1);
      await one.close();
      const two = await open({ uri, database, identity: recording });
      await two.append(batch(recording.writer, 1, {}));
      await two.close();
      expect((await writers()).sort()).toEqual([putting.writer, recording.writer].sort());
    });

    it("looks at a store without changing it, and refuses to write then", async () => {
      const missing = await refusal({ uri, database, look: true });
      expect([missing.reason, missing.message]).toEqual(["missing", expect.stringContaining(database)]);
      expect(await db.listCollections().toArray()).toEqual([]);
      await db.collection("stations").insertOne({});
      expect((await refusal({ uri, database, look: true })).reason).toBe("foreign");
      await db.dropDatabase();

      const identity = someone();
      const store = await open({ uri, database, identity, expire: { ...never, frames: 3 } });
      await store.append(batch(identity.writer, 1, { frames: [frameMaker()()] }));
      const written: string[] = [];
      const looking = await open({
        uri,
        database,
        look: true,
        observe: (client) =>
          client.on("commandStarted", ({ commandName }) => {
            if (
              !/^(hello|buildInfo|find|aggregate|getMore|killCursors|listCollections|count|ping|endSessions)$/.test(
                commandName,
              )
            )
              written.push(commandName);
          }),
      });
      expect(await looking.frames.count({})).toBe(1);
      expect(await looking.inventory()).not.toEqual([]);
      expect((await looking.writers()).map(({ writer }) => writer)).toEqual([identity.writer]);
      expect(looking.home.warnings).toEqual([]);
      await expect(looking.documents.put("stations", "a", 1)).rejects.toThrow("for looking only");
      await expect(looking.states.put([])).rejects.toThrow("for looking only");
      await expect(looking.append(batch("a/1", 1, {}))).rejects.toThrow("for looking only");
      await looking.close();
      expect(written).toEqual([]);
      expect(await db.collection("writers").countDocuments()).toBe(1);
      const versions = db.collection<{ _id: number }>("schema_versions");
      await versions.deleteOne({ _id: newestVersion });
      await versions.insertOne({ _id: 0.5, product: "stationmaster" } as never);
      const older = await refusal({ uri, database, look: true });
      expect([older.reason, older.message]).toEqual([
        "older-version",
        expect.stringContaining("store migrate"),
      ]);
    });

    it("gives signs of life", async () => {
      const store = await open({ uri, database, identity: someone("alive") });
      const seen = async (): Promise<number> => (await store.writers())[0]?.seenAt ?? 0;
      const first = await seen();
      await expect.poll(seen, { timeout: 20_000, interval: 200 }).toBeGreaterThan(first);
    });
  });

  describe("on a stand-alone server", () => {
    withServer({ standalone: true }, (at) => {
      it("says what is missing, and keeps documents with their history all the same", async () => {
        const database = at().server.database();
        const store = await open({ uri: at().server.uri, database });
        expect(store.home.changes).toBe("polled");
        expect(store.home.warnings).toEqual([expect.stringContaining("stand-alone")]);
        await store.documents.put("stations", "a", 1, { by: "me" });
        await store.documents.put("stations", "a", 2, { by: "me" });
        await store.documents.remove("stations", "a", { by: "me" });
        const { items } = await store.history.query({}, { limit: 9, order: "oldest" });
        expect(items.map(({ action }) => action)).toEqual(["created", "changed", "removed"]);
        expect(await at().client.db(database).collection("audit_log").countDocuments({ pending: true })).toBe(
          0,
        );
      });

      it("settles changes that a killed process left half made", async () => {
        const database = at().server.database();
        const db = at().client.db(database);
        const name = "killed";
        const store = await open({ uri: at().server.uri, database, identity: someone(name) });
        await store.documents.put("stations", "made", 1, { by: "me" });
        await store.documents.put("stations", "not made", 1, { by: "me" });
        await store.documents.put("stations", "not made", 2, { by: "me" });
        const { items } = await store.history.query({}, { limit: 9 });
        const notMade = items.find(({ action }) => action === "changed")?.id;
        await store.close();
        await db.collection("audit_log").updateMany({}, { $set: { pending: true } });
        await db
          .collection<{ _id: string }>("stations")
          .updateOne({ _id: "not made" }, { $set: { value: 1 } });
        const again = await open({ uri: at().server.uri, database, identity: someone(name) });
        const left = (await again.history.query({}, { limit: 9 })).items;
        expect(left).toEqual(items.filter(({ id }) => id !== notMade));
        expect(await db.collection("audit_log").countDocuments({ pending: true })).toBe(0);
      });
    });
  });

  describe("on a server with users", () => {
    const auth = [
      { user: "root", password: "r00t/@:%pass" },
      { user: "reader", password: "reader", roles: [{ role: "read", db: "stationmaster" }] },
      {
        user: "writer",
        password: "writer",
        roles: [
          { role: "readWrite", db: "stationmaster" },
          { role: "dbAdmin", db: "stationmaster" },
        ],
      },
    ];
    withServer({ auth }, (at) => {
      const address = (user: string): string => `mongodb://${user}${at().server.address}/?authSource=admin`;

      it("refuses a wrong password without showing it", async () => {
        const error = await refusal({ uri: address("root:wr0ng@") });
        expect([error.reason, error.message]).toEqual([
          "refused",
          expect.stringContaining("user or the password"),
        ]);
        expect(error.message).not.toContain("wr0ng");
      });

      it("refuses to go on without a user", async () => {
        const error = await refusal({ uri: address("") });
        expect([error.reason, error.message]).toEqual(["refused", expect.stringContaining("wants a user")]);
      });

      it("refuses a user who may only read, and says which right is missing", async () => {
        await (await open({ uri: at().server.uri })).close();
        const error = await refusal({ uri: address("reader:reader@") });
        expect([error.reason, error.message]).toEqual(["no-rights", expect.stringContaining('"readWrite"')]);
        expect(error.message).toContain('no right to "update"');
      });

      it("is content with readWrite and dbAdmin on the database", async () => {
        const store = await open({ uri: address("writer:writer@") });
        await store.documents.put("stations", "a", 1, { by: "me" });
        expect(await store.documents.list("stations")).toHaveLength(1);
      });
    });
  });

  describe("on a server with TLS", () => {
    const certificates = makeMongoCertificates();
    afterAll(() => certificates.remove());
    withServer({ tls: { certificates, requireClient: true } }, (at) => {
      const address = (options: string): string =>
        `mongodb://${at().server.address}/?serverSelectionTimeoutMS=3000&connectTimeoutMS=2000&${options}`;
      const with_ = (client: string): string =>
        `tls=true&tlsCAFile=${certificates.ca}&tlsCertificateKeyFile=${client}`;

      it("opens with the right certificates", async () => {
        await open({ uri: address(with_(certificates.client)) });
      });

      it.each([
        ["without TLS", () => "", "tls=true"],
        ["with a server whose CA is not known", () => "tls=true", "tlsCAFile"],
        ["with a certificate of another CA", () => with_(certificates.stranger), "TLS"],
      ])("says what is wrong %s", async (_, options, words) => {
        const error = await refusal({ uri: address(options()) });
        expect([error.reason, error.message]).toEqual(["unreachable", expect.stringContaining(words)]);
      });
    });
  });
});
