import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/server/log.ts";
import { startServer, type RunningServer } from "../src/server/start.ts";
import { builtWebApp } from "./web-app.ts";

export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The whole product with its demo stations, on free ports and a data folder of its own, and a browser before it. */
export interface House {
  url: string;
  /** Opens a page in a fresh profile. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ends the server and starts it again on the same ports and data folder, after `meanwhile`. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  /** Asks the API directly. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Throws what any page threw. */
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
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: browserFlags });
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    url: server.url,
    async open(path, contextOptions = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...contextOptions });
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
    async close() {
      await browser.close();
      await server.close();
      await rm(data, { recursive: true, force: true });
      if (errors.length > 0) throw new Error(`A page threw: ${errors.join("; ")}`);
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
