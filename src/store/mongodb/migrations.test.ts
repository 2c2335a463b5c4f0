import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import type { Db } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { frameMaker } from "../contract/samples.ts";
import { collectionNames } from "./collections.ts";
import { lease, migrate, migrations } from "./migrations.ts";
import { insertFrames } from "./read/testing/fill.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { guardCommands } from "./testing/guard/guard.ts";
import type { Guard } from "./testing/guard/guard.ts";
import { sharedMongo } from "./testing/shared.ts";
import type { MongoServer } from "./testing/server.ts";

const known = migrations.map(({ version }) => version);
const next = known.length + 1;

describeWithMongo("migrations of MongoDB", {}, () => {
  let server: MongoServer;
  let client: MongoClient;
  let guard: Guard;
  let db: Db;
  beforeAll(async () => {
    server = await sharedMongo();
    client = new MongoClient(server.uri, { monitorCommands: true });
    guard = guardCommands(client);
  });
  afterAll(async () => client.close());
  beforeEach(() => {
    db = client.db(server.database());
  });
  afterEach(async () => {
    await db.dropDatabase();
    guard.assertClean();
  });

  const versions = async (): Promise<unknown[]> =>
    (
      await db
        .collection<{ _id: unknown; product: string }>("schema_versions")
        .find()
        .sort({ _id: 1 })
        .toArray()
    ).flatMap(({ _id }) => (typeof _id === "number" ? [_id] : []));

  it("are applied once, whoever comes at the same time", async () => {
    let runs = 0;
    const steps = [
      ...migrations,
      {
        version: next,
        text: "counted",
        run: async () => {
          runs += 1;
          await db.collection("counted").insertOne({});
        },
      },
    ];
    const made = await Promise.all(Array.from({ length: 4 }, () => migrate(db, steps)));
    expect(runs).toBe(1);
    expect(await versions()).toEqual([...known, next]);
    expect(new Set(made.map(({ home }) => home)).size).toBe(1);
    expect(made[0]?.timeSeries).toBe(true);
  });

  it("are applied once by two processes that start at the same time", async () => {
    const program = `
      import { MongoClient } from "mongodb";
      import { migrate } from ${JSON.stringify(join(import.meta.dirname, "migrations.ts"))};
      const client = new MongoClient(process.argv[1]);
      console.log(JSON.stringify(await migrate(client.db(process.argv[2]))));
      await client.close();`;
    const start = async (): Promise<string> => {
      const args = ["--input-type=module", "-e", program, server.uri, db.databaseName];
      const child = spawn(process.execPath, args, {
        cwd: import.meta.dirname,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let out = "";
      child.stdout.on("data", (chunk) => (out += String(chunk)));
      expect(await once(child, "close")).toEqual([0, null]);
      return out;
    };
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toBe(other);
    expect(await versions()).toEqual(known);
    const names = (await db.listCollections().toArray()).map(({ name }) => name).sort();
    expect(names).toEqual([...collectionNames, "schema_versions"].sort());
  });

  it("go on where a process was killed, once its lock has run out", async () => {
    const locks = db.collection<{ _id: string }>("schema_versions");
    const until = new Date(Date.now() + lease / 5);
    await locks.insertOne({ _id: "lock", product: "stationmaster", holder: randomUUID(), until } as never);
    await db.createCollection("frames", {
      timeseries: { timeField: "t", metaField: "meta", granularity: "seconds" },
    });
    await db.createCollection("stations");
    await migrate(db);
    expect(await versions()).toEqual(known);
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
    expect(await db.collection("frames").indexes()).not.toHaveLength(1);
  });

  it("are not recorded when they fail, and let others try", async () => {
    const failing = { version: next, text: "fails", run: () => Promise.reject(new Error("no")) };
    await expect(migrate(db, [...migrations, failing])).rejects.toThrow("no");
    expect(await versions()).toEqual(known);
    await migrate(db, [...migrations, { ...failing, run: () => Promise.resolve() }]);
    expect(await versions()).toEqual([...known, next]);
  });

  it("note when the stations of an earlier version were last heard of", async () => {
    await migrate(db, migrations.slice(0, 1));
    await db.dropCollection("last_heard");
    await db.dropCollection("station_states");
    const at = Date.now();
    const frame = frameMaker(at);
    await insertFrames(db, [frame(), frame({ station: "CS-2" }), frame(), frame({ at: at - 5000 })]);
    await migrate(db);
    expect(await db.collection("last_heard").find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: "CS-1", at: at + 3.25 },
      { _id: "CS-2", at: at + 2.25 },
    ]);
    expect(await db.collection("station_states").options()).toHaveProperty("validator");
  });

  describe("know a database that is not theirs", () => {
    it.each(["schema_versions", "tokens"])("by its %s", async (name) => {
      await db.collection<{ _id: number }>(name).insertOne({ _id: 7 });
      await expect(migrate(db)).rejects.toMatchObject({ reason: "foreign" });
      expect((await db.listCollections().toArray()).map((info) => info.name)).toEqual([name]);
    });
  });
});
