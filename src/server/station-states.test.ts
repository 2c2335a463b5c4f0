import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ConnectorSnapshot } from "../../protocol/model/snapshot.ts";
import { loadConfig } from "../config/load.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";
import type { TransactionRow } from "../store/store.ts";
import { createLog } from "./log.ts";
import { startServer } from "./start.ts";
import type { RunningServer } from "./start.ts";

const patience = { timeout: 20_000 };
const here = { evse: 1, connector: 1 };
const token = { idToken: "VALID-TOKEN", type: "ISO14443" };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-states-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, more: { [flag: string]: string } = {}): Promise<RunningServer> {
  const flags = { data: folder, port: "0", "csms-port": "0", "application-demo-stations": "false", ...more };
  const loaded = loadConfig({ flags: new Map(Object.entries(flags)), env: {} });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  const to = new Writable({ write: (_chunk, _e, done) => done() });
  const server = await startServer({ ...loaded, log: createLog({ level: "warn", pretty: false, to }) });
  let closed = false;
  const close = (): Promise<void> => (closed ? Promise.resolve() : ((closed = true), server.close()));
  onTestFinished(close);
  return { ...server, close };
}

async function ask(server: RunningServer, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, server.url), {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const make = (server: RunningServer, id: string, more: object = {}): Promise<unknown> =>
  ask(server, "POST", "/api/stations", { id, dialect: "2.0.1", ...more });
const happen = (server: RunningServer, id: string, event: object): Promise<unknown> =>
  ask(server, "POST", `/api/stations/${id}/events`, event);

async function connector(server: RunningServer, id: string): Promise<ConnectorSnapshot> {
  const view = (await ask(server, "GET", `/api/stations/${id}`)) as {
    snapshot: { connectors: ConnectorSnapshot[] };
  };
  const [first] = view.snapshot.connectors;
  if (first === undefined) throw new Error(`${id} has no connector.`);
  return first;
}

async function rows(server: RunningServer, id: string): Promise<TransactionRow[]> {
  await server.journal.flush();
  const { items } = (await ask(server, "GET", `/api/transactions?station=${id}`)) as {
    items: TransactionRow[];
  };
  return items;
}

async function charging(server: RunningServer, id: string): Promise<void> {
  await vi.waitFor(() => {
    expect(server.stations.view(id)).toMatchObject({ value: { snapshot: { boot: "Accepted" } } });
  }, patience);
  await happen(server, id, { kind: "plug-in", ...here });
  await happen(server, id, { kind: "present-token", token, evse: 1 });
  await vi.waitFor(async () => expect((await connector(server, id)).status).toBe("Charging"), patience);
}

test("after a new start cables are in, and a transaction has ended as a loss of power or goes on", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await make(first, "ENDS");
  await make(first, "GOES-ON", { onPowerLoss: "resume-transactions" });
  for (const id of ["ENDS", "GOES-ON"]) await charging(first, id);
  const before = await connector(first, "GOES-ON");
  await first.close();

  const second = await start(folder);
  await vi.waitFor(async () => {
    expect(await connector(second, "ENDS")).toMatchObject({
      cable: true,
      status: "Finishing",
      transaction: null,
    });
    expect(await connector(second, "GOES-ON")).toMatchObject({
      cable: true,
      status: "Charging",
      transaction: { id: before.transaction?.id },
    });
    expect(await rows(second, "ENDS")).toMatchObject([{ stoppedReason: "PowerLoss" }]);
    expect(await rows(second, "GOES-ON")).toMatchObject([{ stoppedReason: null }]);
  }, patience);
  expect((await connector(second, "GOES-ON")).energy).toBeGreaterThanOrEqual(before.energy);
  await happen(second, "GOES-ON", { kind: "unplug", ...here });
  await vi.waitFor(async () => {
    expect(await rows(second, "GOES-ON")).toMatchObject([{ stoppedReason: "EVDisconnected" }]);
  }, patience);
});

test("the store alone is enough to go on: the log in the data folder may be lost", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await make(first, "A");
  await charging(first, "A");
  await first.close();
  rmSync(join(folder, "states"), { recursive: true });
  const second = await start(folder);
  expect(await connector(second, "A")).toMatchObject({ cable: true });
});

test("a station that is told to forget begins anew, and its transaction has ended", async () => {
  const server = await start(newFolder());
  await make(server, "A");
  await charging(server, "A");
  await ask(server, "POST", "/api/stations/A/reset-state");
  expect(await connector(server, "A")).toMatchObject({ cable: false, transaction: null });
  // Its last words may still have been heard; if not, the row has a reason of our own.
  expect(await rows(server, "A")).toMatchObject([{ stoppedReason: "state-reset" }]);
  await vi.waitFor(() => {
    expect(server.stations.view("A")).toMatchObject({ value: { snapshot: { boot: "Accepted" } } });
  }, patience);
  await expect(ask(server, "POST", "/api/stations/NONE/reset-state")).rejects.toThrow("404");
});

test("a station that is deleted leaves no transaction open, nor anything to one of the same name", async () => {
  const folder = newFolder();
  const server = await start(folder);
  await make(server, "A");
  await charging(server, "A");
  await ask(server, "DELETE", "/api/stations/A");
  expect(await rows(server, "A")).toMatchObject([{ stoppedReason: "station-deleted" }]);
  await make(server, "A");
  expect(await connector(server, "A")).toMatchObject({ cable: false });
  await server.close();
  const second = await start(folder);
  expect(await connector(second, "A")).toMatchObject({ cable: false });
});

test("a change that starts a station anew takes nothing from it but the power, for a moment", async () => {
  const server = await start(newFolder());
  await make(server, "A", { onPowerLoss: "resume-transactions" });
  await charging(server, "A");
  const before = await connector(server, "A");
  await ask(server, "PATCH", "/api/stations/A", { callTimeout: 7 });
  await vi.waitFor(async () => {
    expect(await connector(server, "A")).toMatchObject({
      status: "Charging",
      transaction: { id: before.transaction?.id },
    });
  }, patience);
});

test("what a station left open that nobody has any more is ended at the next start", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await make(first, "A");
  await charging(first, "A");
  await first.close();
  const store = await openEmbeddedStore(folder);
  await store.documents.remove("stations", "A");
  await store.states.remove("A");
  await store.close();
  const second = await start(folder);
  await vi.waitFor(async () => {
    expect(await rows(second, "A")).toMatchObject([{ stoppedReason: "station-lost" }]);
  }, patience);
});

test("what a later version kept is set aside, the station begins anew, and what it does not know any more ends", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await make(first, "A");
  await charging(first, "A");
  await first.close();
  const store = await openEmbeddedStore(folder);
  const row = await store.states.get("A");
  if (row === null) throw new Error("Nothing was kept.");
  const state = row.state.replace('"format":1', '"format":99');
  await store.states.put([{ ...row, revision: row.revision + 1, state }]);
  await store.close();
  rmSync(join(folder, "states"), { recursive: true });
  const second = await start(folder);
  expect(await connector(second, "A")).toMatchObject({ cable: false, transaction: null });
  const states = join(folder, "states");
  const aside = readdirSync(states).find((name) => name.startsWith("set-aside-A-")) ?? "";
  expect(readFileSync(join(states, aside), "utf8")).toBe(state);
  await vi.waitFor(async () => {
    expect(await rows(second, "A")).toMatchObject([{ stoppedReason: "state-lost" }]);
  }, patience);
  await second.close();
  // It is not for the next start either, nor does the log's housekeeping take it.
  await start(folder);
  expect(readdirSync(states)).toContain(aside);
});

test("a start that cannot read what stations knew says so, and forgets nothing", async () => {
  const folder = newFolder();
  // A file stands where the folder belongs.
  writeFileSync(join(folder, "states"), "");
  await expect(start(folder)).rejects.toThrow(/^What stations knew cannot be read from \S+states: /);
  rmSync(join(folder, "states"));
  await start(folder);
});
