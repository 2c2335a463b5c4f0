import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "./cache.ts";
import { findMongo } from "./find.ts";
import { useServer } from "./given.ts";
import { alive, withLock } from "./lock.ts";
import type { MongoServer } from "./options.ts";
import { startOwn } from "./own.ts";

interface Running {
  run: number;
  pid: number;
  uri: string;
}

let shared: Promise<MongoServer> | undefined;

/**
 * One server for all ordinary tests of a Vitest run, whatever worker they run in: started by the first that asks, ended when the
 * run has ended. It has neither users nor fail points and cannot be killed; take a database of your own.
 */
export function sharedMongo(): Promise<MongoServer> {
  shared ??= open();
  return shared;
}

async function open(): Promise<MongoServer> {
  const found = await findMongo();
  if ("missing" in found) throw new Error(`no MongoDB server for the tests: ${found.missing}`);
  if (found.kind === "given") return useServer(found.uri);
  // Workers are child processes of the run; outside Vitest, or in its threads, this process is the run.
  const run = process.env["VITEST"] !== undefined && process.send !== undefined ? process.ppid : process.pid;
  const state = join(cache, `mongo-${run}.json`);
  const uri = await withLock(join(cache, "mongo.lock"), async () => {
    const running = await read(state);
    if (running !== null && running.run === run && alive(running.pid)) return running.uri;
    await forget();
    const server = await startOwn(found, {}, run);
    const { pid, uri } = server;
    await writeFile(state, JSON.stringify({ run, pid, uri }));
    return uri;
  });
  return useServer(uri, found.kind, "the server that all tests share");
}

/** Removes what runs that have ended left. */
async function forget(): Promise<void> {
  for (const name of await readdir(cache)) {
    const run = /^mongo-(\d+)\.json$/.exec(name)?.[1];
    if (run !== undefined && !alive(Number(run))) await rm(join(cache, name), { force: true });
  }
}

async function read(file: string): Promise<Running | null> {
  try {
    const running: Running = JSON.parse(await readFile(file, "utf8"));
    return running;
  } catch {
    return null;
  }
}
