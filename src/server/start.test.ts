import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { createLog } from "./log.ts";
import { StartError } from "./start-error.ts";
import { startServer } from "./start.ts";
import type { RunningServer } from "./start.ts";
import { createStation } from "./stations/create.ts";
import { removeStation } from "./stations/remove.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, flags: Record<string, string> = {}): Promise<RunningServer> {
  const all = { data: folder, port: "0", "csms-port": "0", ...flags };
  const loaded = loadConfig({ flags: new Map(Object.entries(all)), env: {}, file: noFile(folder) });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  const log = createLog({
    level: "silent",
    pretty: false,
    to: new Writable({ write: (_c, _e, done) => done() }),
  });
  const server = await startServer({ ...loaded, log });
  let closed = false;
  const close = server.close.bind(server);
  const running = { ...server, close: () => ((closed = true), close()) };
  onTestFinished(async () => {
    if (!closed) await close();
  });
  return running;
}

function noFile(folder: string): string {
  const path = `${folder}.yaml`;
  writeFileSync(path, "");
  onTestFinished(() => rmSync(path, { force: true }));
  return path;
}

async function online(server: RunningServer, id: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    const view = server.stations.view(id);
    if (view.ok && view.value.snapshot.boot === "Accepted") resolve();
  };
  const end = server.stations.subscribe(look);
  look();
  await promise;
  end();
}

test("the first start makes one demo station per dialect, which boot at the sandbox", async () => {
  const server = await start(newFolder());
  expect(server.stations.ids()).toEqual(["DEMO-16J", "DEMO-201", "DEMO-21"]);
  await Promise.all(server.stations.ids().map((id) => online(server, id)));
  const health = (await (await fetch(`${server.url}/health`)).json()) as object;
  expect(health).toMatchObject({ status: "ok", fleet: { stations: 3, powered: 3, online: 3 } });
  const view = (await (await fetch(`${server.url}/api/stations/DEMO-201`)).json()) as object;
  expect(view).toMatchObject({
    url: "sandbox",
    target: server.sandboxUrl,
    snapshot: { connectors: [{ maxPower: 22_000 }, { maxPower: 11_000 }] },
  });
});

test("later starts bring back the stations as they were, at the sandbox's new port, and no demo that was deleted", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await createStation(
    first.stations,
    { id: "MINE", dialect: "1.6J", seed: 7, password: "0123456789abcdef" },
    { by: "api" },
  );
  await removeStation(first.stations, "DEMO-16J", { by: "api" });
  await online(first, "MINE");
  await first.close();
  const second = await start(folder);
  expect(second.stations.ids().toSorted()).toEqual(["DEMO-201", "DEMO-21", "MINE"]);
  expect(second.stations.view("MINE")).toMatchObject({
    value: { url: "sandbox", target: second.sandboxUrl, seed: 7, hasPassword: true },
  });
  await online(second, "MINE");
});

test("what was recorded is there after a restart", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await online(first, "DEMO-16J");
  await first.close();
  const second = await start(folder, { "csms-enabled": "false" });
  const frames = (await (
    await fetch(`${second.url}/api/frames?station=DEMO-16J&action=BootNotification`)
  ).json()) as object;
  expect(frames).toMatchObject({ items: [{ kind: "callResult" }, { kind: "call" }] });
});

test("without the sandbox its stations stay in the store, and come back with it", async () => {
  const folder = newFolder();
  await (await start(folder)).close();
  const without = await start(folder, { "csms-enabled": "false" });
  expect(without.sandboxUrl).toBeNull();
  expect(without.stations.ids()).toEqual([]);
  await without.close();
  expect((await start(folder)).stations.ids().toSorted()).toEqual(["DEMO-16J", "DEMO-201", "DEMO-21"]);
});

test("no demo stations if they are not wanted", async () => {
  const server = await start(newFolder(), { "application-demo-stations": "false" });
  expect(server.stations.ids()).toEqual([]);
});

async function occupied(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test("a port in use is said with the setting to change, and leaves nothing behind", async () => {
  const folder = newFolder();
  const port = await occupied();
  await expect(start(folder, { port: String(port) })).rejects.toThrow(
    new StartError(
      `The server cannot listen on 127.0.0.1:${port}: the port is in use. Stop what uses it, or choose another with --port (server.port) or --host (server.host).`,
    ),
  );
  await expect(start(folder, { "csms-port": String(port) })).rejects.toThrow("--csms-port (csms.port)");
  // The folder is free again, and no station was made.
  const server = await start(folder);
  expect(server.stations.ids()).toHaveLength(3);
});

test("an address that is not this machine's is said", async () => {
  await expect(start(newFolder(), { host: "192.0.2.1", token: "0123456789abcdef" })).rejects.toThrow(
    "this machine has no such address",
  );
});

test("two servers on one data folder: the second is told, the first goes on", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await expect(start(folder)).rejects.toThrow(/is in use by another Stationmaster, process \d+/);
  expect((await fetch(`${first.url}/health`)).status).toBe(200);
  expect(existsSync(join(folder, "server.json"))).toBe(true);
  await first.close();
  expect(existsSync(join(folder, "server.json"))).toBe(false);
});

test("a data folder that is a file is said", async () => {
  const path = join(newFolder(), "file");
  writeFileSync(path, "");
  await expect(start(path)).rejects.toThrow(StartError);
});

test("many open live sockets and requests do not hold up the end", async () => {
  const server = await start(newFolder());
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/live`);
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener("close", (event) => resolve(event.code));
  });
  await server.close();
  expect(await closed).toBe(1001);
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
});
