import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Supervised {
  pid: number;
  running(): boolean;
  ended: Promise<void>;
}

export interface SuperviseOptions {
  /** File for what the program prints. */
  log: string;
  /** The program lives on after this process, until that one is gone. */
  whileProcess?: number | null;
  /** Removed when the program outlived whoever started it. */
  folder?: string;
}

/** Starts a program under the supervisor, which ends it when this process ends. */
export async function supervise(
  program: string,
  args: readonly string[],
  { log, whileProcess = null, folder = "" }: SuperviseOptions,
): Promise<Supervised> {
  const lasting = whileProcess !== null;
  const supervisor = spawn(
    process.execPath,
    [
      join(import.meta.dirname, "supervisor.ts"),
      String(whileProcess ?? "stdin"),
      log,
      folder,
      program,
      ...args,
    ],
    { stdio: [lasting ? "ignore" : "pipe", "pipe", "ignore"], detached: lasting, env: environment() },
  );
  let running = true;
  const ended = new Promise<void>((resolve) => {
    supervisor.once("exit", () => {
      running = false;
      resolve();
    });
  });
  const { stdout } = supervisor;
  if (stdout === null) throw new Error("the supervisor has no output");
  const line = await Promise.race([
    once(stdout, "data").then(([data]) => String(data)),
    ended.then(() => ""),
  ]);
  const pid = Number.parseInt(line, 10);
  if (!(pid > 0)) throw new Error(`${program} does not start: ${await tail(log)}`);
  if (lasting) {
    stdout.destroy();
    supervisor.unref();
  }
  return { pid, running: () => running, ended };
}

/** The end of a log, for error messages. */
export async function tail(log: string): Promise<string> {
  const text = await readFile(log, "utf8").catch(() => "");
  return text.slice(-2000);
}

/** The test runner's own loaders and options are of no use to the supervisor. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}
