import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { loadConfig } from "../config/load.ts";
import { createLog } from "./log.ts";
import { startServer } from "./start.ts";
import type { RunningServer } from "./start.ts";

const patience = { timeout: 60_000 };
const token = "0123456789abcdef";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-restart-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "config.yaml"), "");
  return folder;
}

/** The whole product behind a token; `said` is what it logged. */
async function start(folder: string): Promise<RunningServer & { said: () => string }> {
  const flags = { data: folder, port: "0", "csms-port": "0", token, "application-demo-stations": "false" };
  const loaded = loadConfig({
    flags: new Map(Object.entries(flags)),
    env: {},
    file: join(folder, "config.yaml"),
  });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  let said = "";
  const to = new Writable({ write: (chunk, _e, done) => ((said += String(chunk)), done()) });
  const server = await startServer({ ...loaded, log: createLog({ level: "warn", pretty: false, to }) });
  let closed = false;
  const close = (): Promise<void> => (closed ? Promise.resolve() : ((closed = true), server.close()));
  onTestFinished(close);
  return { ...server, close, said: () => said };
}

async function ask(
  server: RunningServer,
  method: string,
  path: string,
  body?: unknown,
  by = "",
): Promise<unknown> {
  const response = await fetch(new URL(path, server.url), {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(by === "" ? {} : { "X-Stationmaster-User": Buffer.from(by).toString("latin1") }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

interface Row {
  id: string;
  by: string;
}

async function history(server: RunningServer, query: string): Promise<Row[]> {
  return ((await ask(server, "GET", `/api/history?${query}`)) as { items: Row[] }).items;
}

async function booted(server: RunningServer): Promise<void> {
  await vi.waitFor(() => {
    expect(server.stations.view("A")).toMatchObject({ value: { snapshot: { boot: "Accepted" } } });
  }, patience);
}

function setting(server: RunningServer, name: string): unknown {
  const view = server.stations.view("A");
  return view.ok ? view.value.snapshot.settings.find((each) => each.name === name)?.value : undefined;
}

const sampling = "MeterValueSampleInterval";
const timeout = "ConnectionTimeOut";

test("settings that a person and the CSMS changed are there after a restart, and can still be undone", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first, "POST", "/api/stations", { id: "A", dialect: "1.6J" });
  await booted(first);
  const event = { kind: "set-setting", name: sampling, value: "77" };
  await ask(first, "POST", "/api/stations/A/events", event, "Zoë Voilà");
  await ask(first, "POST", "/api/sandbox/stations/A/calls", {
    action: "ChangeConfiguration",
    payload: { key: timeout, value: "99" },
  });
  // At once: the end waits for what has to be kept.
  await first.close();
  expect(first.said()).toBe("");

  const second = await start(folder);
  await booted(second);
  expect([setting(second, sampling), setting(second, timeout)]).toEqual(["77", "99"]);
  const [csms, person] = await history(second, "document=A");
  expect([csms, person]).toMatchObject([
    { by: "csms", difference: [{ pointer: `/settings/${timeout}`, after: "99" }] },
    { by: "Zoë Voilà", difference: [{ pointer: `/settings/${sampling}`, after: "77" }] },
  ]);
  await ask(second, "POST", `/api/history/${person?.id}/restore`, { state: "before" });
  await second.close();

  const third = await start(folder);
  expect([setting(third, sampling), setting(third, timeout)]).toEqual(["60", "60"]);
});

test("the sandbox misbehaves after a restart as it did before, and says so", async () => {
  const folder = newFolder();
  const active = async (server: RunningServer): Promise<string[]> => {
    const view = (await ask(server, "GET", "/api/sandbox")) as {
      misbehaviours: { name: string; active: boolean }[];
    };
    return view.misbehaviours.filter((each) => each.active).map(({ name }) => name);
  };
  const first = await start(folder);
  await ask(first, "PUT", "/api/sandbox/misbehaviours", { names: ["boot-rejected"] }, "Zoë Voilà");
  await first.close();
  const second = await start(folder);
  expect(second.said()).toContain("The sandbox misbehaves, as it did before: boot-rejected");
  expect(await active(second)).toEqual(["boot-rejected"]);
  const [row] = await history(second, "collection=settings");
  expect(row).toMatchObject({ by: "Zoë Voilà", document: "sandbox" });
  await ask(second, "POST", `/api/history/${row?.id}/restore`, { state: "before" });
  await second.close();
  const third = await start(folder);
  expect([await active(third), third.said()]).toEqual([[], ""]);
});
