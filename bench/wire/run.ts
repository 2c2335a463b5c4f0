import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Result, Task } from "./contest.ts";

export interface Contest {
  name: string;
  file: string;
  stations: number;
}

/** Runs one contestant against a CSMS process of its own; both end before this returns. */
export async function contest(entry: Contest, times: { warmUp: number; seconds: number }): Promise<Result> {
  const csms = start("csms.ts", []);
  const url = await firstLine(csms);
  const task: Task = { url, stations: entry.stations, ...times };
  const contestant = start(entry.file, [JSON.stringify(task)]);
  try {
    return JSON.parse(await firstLine(contestant)) as Result;
  } finally {
    for (const child of [csms, contestant]) {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
  }
}

function start(file: string, args: string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the process has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`the process ended without a result (exit code ${child.exitCode})`);
}
