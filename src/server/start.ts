import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "../api/app.ts";
import { chooseHome } from "../config/home.ts";
import type { InForce } from "../config/load.ts";
import { isLoopback } from "../config/loopback.ts";
import type { Config } from "../config/schema.ts";
import { shownSettings } from "../config/show.ts";
import { errorText } from "../error-text.ts";
import { Journal } from "../journal/journal.ts";
import { realClock } from "../station/clock.ts";
import { lockFolder, prepareFolder } from "../store/data-folder.ts";
import { storeFacts } from "../store/facts.ts";
import { openStore } from "../store/open.ts";
import type { HomeChoice } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { createDemoStations } from "./demo.ts";
import { listenHttp } from "./http.ts";
import { serverIdentity } from "./identity.ts";
import type { Log } from "./log.ts";
import { makeStations } from "./make-stations.ts";
import { writeServerNote } from "./server-note.ts";
import { StartError } from "./start-error.ts";
import { startSandbox } from "./start-sandbox.ts";
import { endOrphans } from "./stations/lost.ts";
import { bringBack } from "./stations/bring-back.ts";
import { follow } from "./stations/follow.ts";
import type { Stations } from "./stations/stations.ts";
import { productVersion } from "./version.ts";
import { watchJournal } from "./watch-journal.ts";

const mebibyte = 2 ** 20;

export interface RunningServer {
  url: string;
  sandboxUrl: string | null;
  /** Which home is used and why, for people. */
  home: string;
  stations: Stations;
  journal: Journal;
  /**
   * Stations off, sockets closed, journal flushed, store closed. Throws when records could not be stored.
   */
  close(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  inForce: readonly InForce[];
  log: Log;
  /** Built web app; the one of this checkout unless given. */
  webFolder?: string;
  /** Whether what stations know outlives the process; it does unless told otherwise, to measure what that costs. */
  keepState?: boolean;
}

/** Puts the parts together and starts them. Throws StartError when that is not possible; nothing is left running then. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, log } = options;
  const undo: (() => Promise<void> | void)[] = [];
  /** Last opened, first closed; goes on after a failure, which is thrown at the end. */
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).toReversed()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await start(options, undo, close);
  } catch (error) {
    await close().catch((second: unknown) =>
      log.error({ err: second }, "Closing after a failed start failed."),
    );
    throw error instanceof StartError ? error : startError(error, config);
  }
}

async function start(
  { config, inForce, log, webFolder, keepState = true }: StartOptions,
  undo: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const { server, csms, application, recording } = config;
  const startedAt = Date.now();
  const dataFolder = resolve(server.data);

  // Also where the home is elsewhere: the spool, the identity and the server's note live in it.
  prepareFolder(dataFolder);
  undo.push(lockFolder(dataFolder));
  const choice = chooseHome(config, inForce);
  const identity = serverIdentity(dataFolder, server.name);
  const store = await openStore(choice, identity, { locked: true, tell: (text) => log.info(text) });
  undo.push(() => store.close());
  const home = describeHome(store, choice);
  log.info(`Store: ${home}`);
  for (const warning of store.home.warnings) log.warn(warning);
  const journal = await Journal.open({
    store,
    now: () => realClock.now(),
    writer: identity.writer,
    spoolFolder: join(dataFolder, "spool"),
    spoolLimit: recording.spoolLimit * mebibyte,
    maxMemory: recording.memoryLimit * mebibyte,
    durability: recording.durability,
    window: recording.window,
    report: (text) => log.warn(text),
  });
  undo.push(() => journal.close());
  undo.push(watchJournal(journal, log));

  const sandbox = csms.enabled ? await startSandbox(csms, { store, name: identity.name, log }) : null;
  if (sandbox !== null) undo.push(() => sandbox.close());
  const sandboxUrl = sandbox?.url ?? null;
  const { stations, close: stop } = makeStations(csms, {
    store,
    journal,
    identity,
    sandboxUrl,
    statesFolder: keepState ? join(dataFolder, "states") : null,
    log,
  });
  undo.push(stop);

  const backupKey = randomBytes(24).toString("hex");
  let sayGoodbye = (): void => {};
  const app = createApp({
    store,
    journal,
    stations,
    sandbox,
    access: {
      loopback: isLoopback(server.host),
      token: server.token,
      allowedHosts: server.allowedHosts.map((host) => host.toLowerCase()),
    },
    about: {
      version: productVersion(),
      startedAt,
      dataFolder,
      process: identity.name,
      homeReason: choice.why,
      settings: shownSettings(inForce),
    },
    backupKey,
    storeFacts: () => storeFacts(choice),
    webFolder: webFolder ?? fileURLToPath(new URL("../../web/dist", import.meta.url)),
    report: (error) => log.error({ err: error }, "A request failed."),
    mention: (text) => log.info(text),
    now: () => Date.now(),
    onClose: (end) => {
      sayGoodbye = end;
    },
    limits: { frame: csms.maxFrame * mebibyte },
  });

  // The port is taken before any station moves; requests wait until the stations are back.
  const ready = Promise.withResolvers<void>();
  const http = await listenHttp({
    host: server.host,
    port: server.port,
    fetch: async (request, env) => {
      await ready.promise;
      const began = performance.now();
      const response = await app.fetch(request, env);
      // Without the query, which may carry the token.
      const path = new URL(request.url).pathname;
      const ms = Math.round(performance.now() - began);
      log.debug({ method: request.method, path, status: response.status, ms }, "request");
      return response;
    },
  });
  undo.push(async () => {
    sayGoodbye();
    await http.close();
  });
  undo.push(writeServerNote(dataFolder, http.url, backupKey));

  const problems = await bringBack(stations);
  for (const problem of problems) log.error(`A station could not be brought back: ${problem}`);
  if (application.demoStations && sandbox !== null) await createDemoStations(store, stations);
  undo.push(
    follow(stations, store, (error) => log.warn({ err: error }, "Other processes' stations cannot be seen.")),
  );
  ready.resolve();
  // Nobody waits for it: it may take as long as what earlier processes left in the spool.
  void stations.attempt(journal.flush({ earlier: true }).then(() => endOrphans(stations, store)));

  return { url: http.url, sandboxUrl, home, stations, journal, close };
}

/** `MongoDB 8.0.4 at host/database, because MONGODB_URI is set` */
function describeHome({ home }: Store, { why }: HomeChoice): string {
  const { kind, place, version } = home;
  return kind === "embedded"
    ? `embedded (SQLite ${version}), in ${place}, because ${why}`
    : `MongoDB ${version} at ${place}, because ${why}`;
}

function startError(error: unknown, config: Config): StartError {
  const text = errorText(error);
  if (/disk is full|ENOSPC|no space/i.test(text)) {
    return new StartError(`The disk of the data folder ${resolve(config.server.data)} is full: ${text}`, {
      cause: error,
    });
  }
  return new StartError(text, { cause: error });
}
