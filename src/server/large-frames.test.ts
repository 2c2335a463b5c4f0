import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { loadConfig } from "../config/load.ts";
import { Journal } from "../journal/journal.ts";
import { writeBackupFile, zipped } from "../store/backup/file.ts";
import { checkBackup, restoreBackup } from "../store/backup/restore.ts";
import { backupText } from "../store/backup/write.ts";
import { newHome, openEnd } from "../store/copy/testing/homes.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { sharedMongo } from "../store/mongodb/testing/shared.ts";
import { openStore } from "../store/open.ts";
import type { HomeChoice } from "../store/open.ts";
import type { FrameRow } from "../store/store.ts";
import { createLog } from "./log.ts";
import { startServer } from "./start.ts";
import type { RunningServer } from "./start.ts";
import { createStation } from "./stations/create.ts";

const patience = { timeout: 120_000, interval: 100 };
/** More than 16 MB, with characters of one to four bytes and what JSON has to escape. */
const large = JSON.stringify([
  2,
  "large",
  "DataTransfer",
  { vendorId: "V", data: 'Größe 😀 "quoted" \\ / end of a line\n'.repeat(450_000) },
]);
const size = Buffer.byteLength(large);

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-large-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A CSMS that accepts the boot, answers nothing else, and keeps what it got. */
async function startCsms(): Promise<{ url: string; socket: () => WebSocket | undefined; got: string[] }> {
  const server = new WebSocketServer({
    host: "127.0.0.1",
    port: 0,
    maxPayload: 2 ** 30,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  await once(server, "listening");
  const got: string[] = [];
  let socket: WebSocket | undefined;
  server.on("connection", (peer) => {
    socket = peer;
    peer.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      got.push(text);
      if (!text.includes('"BootNotification"')) return;
      const [, id] = JSON.parse(text) as [number, string];
      peer.send(
        JSON.stringify([3, id, { currentTime: "2025-01-01T00:00:00Z", interval: 3600, status: "Accepted" }]),
      );
    });
  });
  onTestFinished(() => {
    for (const peer of server.clients) peer.terminate();
    server.close();
  });
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ocpp`, socket: () => socket, got };
}

async function start(folder: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const none = join(folder, "none.yaml");
  writeFileSync(none, "");
  const flags = { data: folder, port: "0", "csms-port": "0", "application-demo-stations": "false" };
  const loaded = loadConfig({ flags: new Map(Object.entries(flags)), env, file: none });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  const to = new Writable({ write: (_chunk, _encoding, done) => done() });
  const server = await startServer({ ...loaded, log: createLog({ level: "silent", pretty: false, to }) });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...server, close };
}

async function connect(server: RunningServer, url: string): Promise<void> {
  await createStation(server.stations, { id: "CS1", dialect: "1.6J", url }, { by: "api" });
  await vi.waitFor(() => {
    const view = server.stations.view("CS1");
    expect(view.ok && view.value.snapshot.boot).toBe("Accepted");
  }, patience);
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const wanted = hash(large);

async function found(server: RunningServer, direction: "in" | "out"): Promise<FrameRow & { cut?: true }> {
  return await vi.waitFor(async () => {
    const answer = await fetch(`${server.url}/api/frames?direction=${direction}&messageId=large&kind=call`);
    const { items } = (await answer.json()) as { items: FrameRow[] };
    const [row] = items;
    if (row === undefined) throw new Error("not there yet");
    return row;
  }, patience);
}

/** What a list, one request and an export have of what came in. */
async function check(server: RunningServer): Promise<void> {
  const listed = await found(server, "in");
  expect(listed).toMatchObject({ size, kind: "call", action: "DataTransfer", cut: true });
  expect(listed.raw.length).toBeLessThanOrEqual(65_536);
  expect(large.startsWith(listed.raw)).toBe(true);
  const one = await fetch(`${server.url}/api/frames/${listed.id}`);
  const detail = (await one.json()) as { raw: string; payload: unknown };
  expect([hash(detail.raw), hash(JSON.stringify(detail.payload))]).toEqual([
    wanted,
    hash(JSON.stringify((JSON.parse(large) as unknown[])[3])),
  ]);
  const text = await fetch(`${server.url}/api/frames/${listed.id}/raw`);
  expect(text.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(hash(await text.text())).toBe(wanted);
  const paired = await (await fetch(`${server.url}/api/frames/${listed.id}/pair`)).text();
  expect(paired.length).toBeLessThan(4_000_000);
  const exported = await fetch(
    `${server.url}/api/export/frames?format=ndjson&direction=in&action=DataTransfer`,
  );
  const lines = (await exported.text()).trimEnd().split("\n");
  const raws = lines.map((line) => (JSON.parse(line) as { raw: string }).raw);
  expect(raws.map(hash)).toContain(wanted);
}

/** Of a closed server: what a backup and its restoring into `target` keep of it. */
async function checkBackupOf(source: HomeChoice, target: HomeChoice["kind"], count: number): Promise<void> {
  const from = await openEnd(source);
  const path = join(newFolder(), "x.backup.gz");
  const text = backupText(from.store, { product: "1.2.3", now: 0, without: [from.writer] });
  await writeBackupFile(zipped(text), path);
  const to = await openEnd(await newHome(target));
  const proofs = await restoreBackup(path, await checkBackup(path), to, {});
  expect(proofs.filter(({ equal }) => !equal)).toEqual([]);
  const raws: string[] = [];
  for await (const frame of to.store.frames.stream({ messageId: "large", kinds: ["call"] }))
    raws.push(hash(frame.raw));
  expect(raws).toEqual(Array.from({ length: count }, () => wanted));
}

async function thereAndBack(
  env: Record<string, string>,
  home: (folder: string) => HomeChoice,
  to: HomeChoice["kind"],
) {
  const folder = newFolder();
  const csms = await startCsms();
  const server = await start(folder, env);
  await connect(server, csms.url);
  csms.socket()?.send(large);
  await check(server);
  const sent = await fetch(`${server.url}/api/stations/CS1/raw`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text: large }),
  });
  expect(sent.status).toBe(202);
  await vi.waitFor(() => expect(csms.got.map(hash)).toContain(wanted), patience);
  const out = await found(server, "out");
  expect(out).toMatchObject({ size, cut: true, marks: ["crafted"] });
  expect(hash(await (await fetch(`${server.url}/api/frames/${out.id}/raw`)).text())).toBe(wanted);
  expect(server.stations.view("CS1")).toMatchObject({ value: { link: { state: "online" } } });
  await server.close();
  await checkBackupOf(home(folder), to, 2);
}

test("a frame of more than 16 MB is kept by the folder byte for byte, and by its backup", async () => {
  expect(size).toBeGreaterThan(17_000_000);
  await thereAndBack({}, (folder) => ({ kind: "embedded", folder, why: "a test says so" }), "embedded");
});

describeWithMongo("large frames", {}, () => {
  test("a frame of more than 16 MB is kept byte for byte, and by its backup", async () => {
    const { uri, database } = await sharedMongo();
    const name = database();
    const expire = { frames: 0, samples: 0, events: 0 };
    await thereAndBack(
      { STATIONMASTER_MONGODB_URI: uri, STATIONMASTER_MONGODB_DATABASE: name },
      () => ({ kind: "mongodb", uri, database: name, expire, why: "a test says so" }),
      "embedded",
    );
  });
});

test("a frame of more than 16 MB waits in the spool while the home is away", async () => {
  const folder = newFolder();
  const store = await openStore(
    { kind: "embedded", folder, why: "a test says so" },
    { writer: "a/1", name: "a", folder: "f" },
  );
  onTestFinished(() => store.close());
  let isAway = true;
  const moody: typeof store = {
    ...store,
    append: (batch) => (isAway ? Promise.reject(new Error("away")) : store.append(batch)),
  };
  const spoolFolder = join(folder, "spool");
  const parts = { now: () => Date.now(), spoolFolder, closeTimeout: 1, maxMemory: 2 ** 20, report: () => {} };
  const first = await Journal.open({ ...parts, store: moody, writer: "a/1" });
  const start = { station: "CS1", connection: "c", dialect: "1.6J", direction: "in", kind: "call" } as const;
  for (let i = 0; i < 2; i++) {
    const entry = first.record({ ...start, raw: large });
    entry.messageId = "large";
  }
  const spooled = (): number =>
    readdirSync(spoolFolder).reduce((sum, name) => sum + statSync(join(spoolFolder, name)).size, 0);
  await vi.waitFor(() => expect(spooled()).toBeGreaterThan(2 * size), patience);
  await first.close();
  isAway = false;
  const second = await Journal.open({ ...parts, store: moody, writer: "a/2", closeTimeout: 60_000 });
  await second.flush({ earlier: true });
  const raws: string[] = [];
  for await (const frame of store.frames.stream({})) raws.push(hash(frame.raw));
  expect(raws).toEqual([wanted, wanted]);
  await second.close();
});
