import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/server/log.ts";
import { startServer, type RunningServer } from "../src/server/start.ts";
import { borrowBrowser } from "./browser.ts";
import { builtWebApp } from "./web-app.ts";

/** The whole product with its demo stations, on free ports and a data folder of its own, and a browser before it. */
export interface House {
  url: string;
  /** Opens a page in a fresh profile. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ends the server and starts it again on the same ports and data folder, after `meanwhile`. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  /** Asks the API directly. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Closes all pages; throws what any of them threw. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  demoStations?: boolean;
  /** Further flags of the command line, by name. */
  flags?: { [name: string]: string };
  /** Fills the data folder before the server starts. */
  before?: (data: string) => Promise<void>;
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const webFolder = await builtWebApp();
  const data = await mkdtemp(join(tmpdir(), "stationmaster-e2e-"));
  await options.before?.(data);
  const start = (port: string, sandboxPort: string): Promise<RunningServer> =>
    startServer({ ...settings(data, options, port, sandboxPort), webFolder });
  let server = await start("0", "0");
  await accepted(server);
  const errors: string[] = [];
  const chromium = borrowBrowser();
  const contexts: BrowserContext[] = [];
  const leave = async (): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const threw = errors.splice(0);
    if (threw.length > 0) throw new Error(`A page threw: ${threw.join("; ")}`);
  };
  return {
    url: server.url,
    async open(path, contextOptions = {}) {
      const browser = await chromium.open();
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...contextOptions });
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(new URL(path, server.url).href);
      return page;
    },
    async restart(meanwhile) {
      const ports = [server.url, server.sandboxUrl ?? ""].map((url) => new URL(url).port);
      await server.close();
      await meanwhile();
      server = await start(ports[0] ?? "0", ports[1] ?? "0");
    },
    async ask(method, path, body) {
      const response = await fetch(new URL(path, server.url), {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    },
    leave,
    async close() {
      try {
        await leave();
      } finally {
        await chromium.giveBack();
        await server.close();
        await rm(data, { recursive: true, force: true });
      }
    },
  };
}

/** Waits until the CSMS has accepted the boot of each station. */
function accepted({ stations }: RunningServer): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean =>
      stations.views().every((view) => view.snapshot.boot === "Accepted") && (unsubscribe(), resolve(), true);
    const unsubscribe = stations.subscribe(() => void look());
    look();
  });
}

function settings(
  data: string,
  { demoStations = true, flags = {} }: HouseOptions,
  port: string,
  sandboxPort: string,
) {
  const loaded = loadConfig({
    flags: new Map([
      ["port", port],
      ["csms-port", sandboxPort],
      ["data", data],
      ["log-level", "error"],
      ["application-demo-stations", String(demoStations)],
      ...Object.entries(flags),
    ]),
    env: {},
  });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  return { config: loaded.config, inForce: loaded.inForce, log: createLog(loaded.config.logging) };
}
