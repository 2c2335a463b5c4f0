import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import type { MongoClientOptions } from "mongodb";
import { expect, onTestFinished, test, vi } from "vitest";
import { describeWithMongo, mongoAvailable } from "./describe.ts";
import { unguarded } from "./guard/clients.ts";
import { alive } from "./lock.ts";
import { startMongo, type MongoOptions, type MongoServer } from "./server.ts";
import { sharedMongo } from "./shared.ts";

const durable = { writeConcern: { w: "majority", j: true } } as const;

async function start(options: MongoOptions = {}): Promise<MongoServer> {
  const server = await startMongo(options);
  onTestFinished(() => server.stop());
  return server;
}

function connect(uri: string, more: MongoClientOptions = {}): MongoClient {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 60_000,
    heartbeatFrequencyMS: 500,
    ...more,
  });
  onTestFinished(() => client.close());
  return client;
}

describeWithMongo("the shared server", {}, () => {
  test("is one for all, gives everybody a database, and drops it", async () => {
    expect(mongoAvailable()).toEqual({ available: true });
    const server = await sharedMongo();
    expect(await sharedMongo()).toBe(server);
    const names = [server.database(), server.database()];
    expect(new Set(names).size).toBe(2);
    const client = connect(server.uri);
    for (const name of names) await client.db(name).collection("x").insertOne({ a: 1 }, durable);
    await server.stop();
    const left = (await client.db("admin").admin().listDatabases()).databases.map(({ name }) => name);
    for (const name of names) expect(left).not.toContain(name);
  });
});

describeWithMongo("a server of one's own", { own: true }, () => {
  test("is a replica set with change streams, or stands alone without", async () => {
    const [set, single] = await Promise.all([start(), start({ standalone: true })]);
    const hello = async ({ uri }: MongoServer) => connect(uri).db("admin").command({ hello: 1 });
    expect(await hello(set)).toHaveProperty("setName");
    expect(await hello(single)).not.toHaveProperty("setName");
    const watch = connect(single.uri, unguarded).db(single.database()).collection("x").watch();
    await expect(watch.tryNext()).rejects.toThrow(/replica set/);
    expect(set.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test("keeps what was acknowledged over a kill and a restart on the same port", async () => {
    const server = await start();
    const items = connect(server.uri).db(server.database()).collection("items");
    await items.insertOne({ a: 1 }, durable);
    const before = server.pid;
    await server.kill();
    expect(alive(before ?? 0)).toBe(false);
    await server.restart();
    expect(server.pid).not.toBe(before);
    await items.insertOne({ a: 2 }, durable);
    expect(await items.countDocuments()).toBe(2);
  });

  test("can be paused and resumed", async () => {
    const server = await start();
    const items = connect(server.uri).db(server.database()).collection("items");
    await items.insertOne({ a: 1 }, durable);
    server.pause();
    let done = false;
    const pending = items.insertOne({ a: 2 }, durable).then(() => (done = true));
    expect(done).toBe(false);
    server.resume();
    await pending;
    expect(await items.countDocuments()).toBe(2);
  });

  test("keeps its folder and port when it is given one, and leaves nothing otherwise", async () => {
    const storage = await mkdtemp(join(tmpdir(), "stationmaster-kept-"));
    onTestFinished(() => rm(storage, { recursive: true, force: true }));
    const first = await startMongo({ storage });
    const name = first.database();
    await connect(first.uri).db(name).collection("x").insertOne({ a: 1 }, durable);
    await first.stop();
    const second = await start({ storage });
    expect(second.address).toBe(first.address);
    expect(await connect(second.uri).db(name).collection("x").countDocuments()).toBe(1);
    const passing = await startMongo();
    await passing.stop();
    expect(existsSync(passing.folder ?? "")).toBe(false);
    expect(alive(passing.pid ?? 0)).toBe(false);
  });

  test("has fail points only when asked", async () => {
    const fail = { configureFailPoint: "failCommand", mode: { times: 1 } };
    const data = { failCommands: ["insert"], errorCode: 13 };
    const [with_, without] = await Promise.all([start({ testCommands: true }), start()]);
    const client = connect(with_.uri);
    await client.db("admin").command({ ...fail, data });
    const items = client.db(with_.database()).collection("items");
    await expect(items.insertOne({ a: 1 })).rejects.toMatchObject({ code: 13 });
    await items.insertOne({ a: 1 });
    await expect(
      connect(without.uri)
        .db("admin")
        .command({ ...fail, data }),
    ).rejects.toThrow(/configureFailPoint/);
  });

  test("ends when the process that started it is killed", async () => {
    const { fork } = await import("node:child_process");
    const child = fork(join(import.meta.dirname, "start-and-wait.ts"), { execArgv: [], stdio: "pipe" });
    const pid = await new Promise<number>((resolve) =>
      child.on("message", (message) => resolve(Number(message))),
    );
    expect(alive(pid)).toBe(true);
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(alive(pid)).toBe(false), { timeout: 50_000, interval: 50 });
  });
});
