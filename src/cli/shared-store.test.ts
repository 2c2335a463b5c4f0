import { MongoClient } from "mongodb";
import { expect, onTestFinished, test, vi } from "vitest";
import { silence } from "../server/stations/processes.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { startMongo } from "../store/mongodb/testing/server.ts";
import { free, newFolder, Process, run } from "./testing/process.ts";

async function ask(method: string, url: string, body?: object): Promise<{ status: number; body: unknown }> {
  const json = { "Content-Type": "application/json" };
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }),
  });
  return { status: response.status, body: await response.json() };
}

/** Names of those that are on. */
async function misbehaviours(url: string): Promise<string[]> {
  const view = (await ask("GET", `${url}api/sandbox`)).body as {
    misbehaviours: { name: string; active: boolean }[];
  };
  return view.misbehaviours.filter(({ active }) => active).map(({ name }) => name);
}

/** As if the process, which is dead, had given its last sign of life so long ago (ms). */
async function age(uri: string, name: string, by: number): Promise<void> {
  const client = new MongoClient(uri);
  onTestFinished(() => client.close());
  const writers = client.db().collection("writers");
  const { modifiedCount } = await writers.updateMany({ name, endedAt: null }, [
    { $set: { seenAt: { $subtract: ["$seenAt", by] } } },
  ]);
  expect(modifiedCount).toBe(1);
  await client.close();
}

describeWithMongo("two processes on one database", { own: true }, () => {
  test.each([
    ["pushed", {}],
    ["polled", { standalone: true }],
  ])("changes %s: see each other's audits; take over a station of one that is dead", async (changes, how) => {
    const server = await startMongo(how);
    onTestFinished(() => server.stop());
    const [before = "", query] = server.uri.split("?");
    const uri = `${before.replace(/\/$/, "")}/${server.database()}${query === undefined ? "" : `?${query}`}`;
    const folders = { lab1: newFolder(), lab2: newFolder() };
    const start = async (name: "lab1" | "lab2"): Promise<{ process: Process; url: string }> => {
      const args = ["serve", "--name", name, ...free, "--application-demo-stations", "false"];
      const process = new Process(args, { folder: folders[name], env: { MONGODB_URI: uri } });
      return { process, url: await process.printed(/Web app and API +(\S+)/) };
    };
    const [one, two] = await Promise.all([start("lab1"), start("lab2")]);
    expect((await ask("GET", `${two.url}health`)).body).toMatchObject({ home: { kind: "mongodb", changes } });

    const audit = ["audit", "sandbox", "--dialect", "1.6J", "--case", "TC_001", "--report", "json"];
    const kept = await run([...audit, "--store", uri]);
    const [, id] = /Kept as run (\w{26}) in/.exec(kept.out) ?? [];
    for (const { url } of [one, two]) {
      expect((await ask("GET", `${url}api/runs`)).body).toMatchObject({ items: [{ id, verdict: "pass" }] });
      expect((await ask("GET", `${url}api/runs/${id}`)).body).toMatchObject({ id, report: { format: 1 } });
    }
    // Of one process, gone in the other.
    expect((await fetch(`${one.url}api/runs/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await ask("GET", `${two.url}api/runs`)).body).toMatchObject({ items: [] });

    // Each has a sandbox of its own.
    await ask("PUT", `${one.url}api/sandbox/misbehaviours`, { names: ["double-answer"] });
    const changed = (await ask("GET", `${two.url}api/history?collection=settings`)).body;
    expect(changed).toMatchObject({ items: [{ document: "sandbox/lab1", action: "created" }] });
    const [{ id: change }] = (changed as { items: [{ id: string }] }).items;
    expect(await ask("POST", `${two.url}api/history/${change}/restore`, { state: "before" })).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('sandbox of process "lab1"') } },
    });

    const settings = { HeartbeatInterval: "77" };
    const station = { id: "MINE", dialect: "1.6J", settings, onPowerLoss: "resume-transactions" };
    expect((await ask("POST", `${one.url}api/stations`, station)).status).toBe(201);
    await vi.waitFor(async () => {
      const { body } = await ask("GET", `${two.url}api/stations`);
      expect(body).toMatchObject({ items: [{ id: "MINE", process: "lab1", link: { state: "online" } }] });
    });
    const booted = async (...names: string[]): Promise<void> => {
      const { body } = await ask("GET", `${two.url}api/frames?station=MINE&action=BootNotification`);
      const { items } = body as { items: { writer: string }[] };
      expect(items.map(({ writer }) => writer.split("/")[0])).toEqual(names);
    };
    await vi.waitFor(() => booted("lab1", "lab1"));
    const connector = async (url: string): Promise<{ transaction: { id: string } | null }> => {
      const { body } = await ask("GET", `${url}api/stations/MINE`);
      return (body as { snapshot: { connectors: unknown[] } }).snapshot.connectors[0] as {
        transaction: { id: string } | null;
      };
    };
    const events = `${one.url}api/stations/MINE/events`;
    await ask("POST", events, { kind: "plug-in", evse: 1, connector: 1 });
    await ask("POST", events, { kind: "present-token", token: { idToken: "VALID-TOKEN", type: "Central" } });
    await vi.waitFor(async () => {
      expect(await connector(one.url)).toMatchObject({ status: "Charging" });
      expect((await ask("GET", `${one.url}health`)).body).toMatchObject({ states: { waiting: 0 } });
    });
    const transactionId = (await connector(one.url)).transaction?.id;
    one.process.child.kill("SIGKILL");
    await one.process.ended;
    const mine = `${two.url}api/stations/MINE`;
    // Nobody knows yet that it is dead.
    expect((await ask("PATCH", mine, { process: "lab2" })).status).toBe(409);
    await age(uri, "lab1", silence);
    expect(await ask("PATCH", mine, { seed: 5 })).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('with {"process": "lab2"}') } },
    });
    expect(await ask("PATCH", mine, { process: "lab2" })).toMatchObject({ status: 200 });
    await vi.waitFor(async () => {
      const { body } = await ask("GET", mine);
      expect(body).toMatchObject({ link: { state: "online" }, settings: station.settings });
    });
    await vi.waitFor(() => booted("lab2", "lab2", "lab1", "lab1"));
    // What the station knew has come along, and its transaction goes on.
    await vi.waitFor(async () => {
      expect(await connector(two.url)).toMatchObject({
        status: "Charging",
        transaction: { id: transactionId },
      });
    });
    expect((await ask("GET", `${two.url}api/transactions?station=MINE`)).body).toMatchObject({
      items: [{ transactionId, stoppedReason: null }],
    });

    // The dead one comes back and leaves it where it is.
    const again = await start("lab1");
    expect((await ask("GET", `${again.url}api/stations`)).body).toMatchObject({
      items: [{ id: "MINE", process: "lab2" }],
    });
    expect([await misbehaviours(again.url), await misbehaviours(two.url)]).toEqual([["double-answer"], []]);
    for (const { process } of [again, two]) {
      process.child.kill("SIGTERM");
      expect((await process.ended).code).toBe(0);
    }
  });
});
