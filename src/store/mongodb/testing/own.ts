import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "./database.ts";
import type { MongoKind, MongoOptions, MongoServer, MongoUser } from "./options.ts";
import { freePort, untilListening } from "./port.ts";
import { createUsers, initiate, serverVersion } from "./prepare.ts";
import { mongodArguments, secantusArguments, type Launch } from "./programs.ts";
import { supervise, tail, type Supervised } from "./supervised.ts";

export interface Program {
  kind: Exclude<MongoKind, "given">;
  program: string;
}

/** Starts a server of our own. With `whileProcess` it outlives this process, until that one is gone. */
export async function startOwn(
  { kind, program }: Program,
  options: MongoOptions,
  whileProcess: number | null = null,
): Promise<MongoServer> {
  const folder = options.storage ?? (await mkdtemp(join(tmpdir(), "stationmaster-mongo-")));
  await mkdir(join(folder, "data"), { recursive: true });
  const log = join(folder, "server.log");
  const stamp = join(folder, "prepared");
  const before = await readFile(stamp, "utf8").catch(() => "");
  const users = options.auth === undefined ? [] : [options.auth].flat();
  const launch: Launch = {
    folder,
    port: options.port ?? (before === "" ? await freePort() : Number(before)),
    standalone: options.standalone ?? false,
    testCommands: options.testCommands ?? false,
    auth: users.length > 0,
    tls: options.tls ?? null,
  };
  const address = `127.0.0.1:${launch.port}`;
  const uri = clientUri(address, users, options);

  const run = async (how: Launch): Promise<Supervised> => {
    const args = kind === "secantus" ? secantusArguments(how) : mongodArguments(how);
    const started = await supervise(program, args, {
      log,
      whileProcess,
      folder: options.storage === undefined ? folder : "",
    });
    try {
      await untilListening(how.port, started.running);
    } catch (error) {
      if (started.running()) process.kill(started.pid, "SIGKILL");
      throw new Error(`${String(error)}: ${await tail(log)}`, { cause: error });
    }
    return started;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!server.running()) return;
    process.kill(server.pid, "SIGCONT");
    process.kill(server.pid, signal);
    await server.ended;
  };

  let server: Supervised;
  const replicaSet = kind !== "secantus" && !launch.standalone;
  if (before === "" && (replicaSet || launch.auth)) {
    // Users and the replica set are made before anybody is asked who they are.
    if (replicaSet) await writeFile(join(folder, "key"), randomBytes(48).toString("base64"), { mode: 0o600 });
    server = await run({ ...launch, auth: false, tls: null });
    if (replicaSet) await initiate(address);
    await createUsers(address, users);
    if (launch.auth || launch.tls !== null) {
      await end("SIGTERM");
      server = await run(launch);
    }
  } else {
    server = await run(launch);
  }
  await writeFile(stamp, String(launch.port));

  return {
    uri,
    address,
    kind,
    version: await serverVersion(uri),
    get pid() {
      return server.pid;
    },
    folder,
    database: freshDatabase,
    kill: (signal = "SIGKILL") => end(signal),
    restart: async () => {
      await end("SIGTERM");
      server = await run(launch);
    },
    pause: () => {
      process.kill(server.pid, "SIGSTOP");
    },
    resume: () => {
      process.kill(server.pid, "SIGCONT");
    },
    stop: async () => {
      await end(options.storage === undefined ? "SIGKILL" : "SIGTERM");
      if (options.storage === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function clientUri(address: string, users: readonly MongoUser[], { tls }: MongoOptions): string {
  const login = users.find(({ password }) => password !== undefined);
  const name = (text: string): string => encodeURIComponent(text);
  const who = login === undefined ? "" : `${name(login.user)}:${name(login.password ?? "")}@`;
  const query = new URLSearchParams();
  if (login !== undefined) query.set("authSource", "admin");
  if (tls !== undefined) {
    query.set("tls", "true");
    query.set("tlsCAFile", tls.certificates.ca);
    if (tls.requireClient === true) query.set("tlsCertificateKeyFile", tls.certificates.client);
  }
  return `mongodb://${who}${address}/${query.size > 0 ? `?${query.toString()}` : ""}`;
}
