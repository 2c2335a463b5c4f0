import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs `work` while no other process does so under the same folder name. A lock whose holder has ended is taken over; who waits
 * longer than `patience` milliseconds gives up with an error.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>, patience = 300_000): Promise<T> {
  await mkdir(dirname(folder), { recursive: true });
  const until = Date.now() + patience;
  while (!(await take(folder))) {
    if (Date.now() > until) throw new Error(`waited ${patience} ms for the lock ${folder}`);
    await wait(100);
  }
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    await writeFile(join(folder, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (code(error) !== "EEXIST") throw error;
  }
  const holder = Number(await readFile(join(folder, "pid"), "utf8").catch(() => ""));
  // Between the folder and the number in it the holder is not known yet.
  if (holder > 0 && !alive(holder)) await rm(folder, { recursive: true, force: true });
  return false;
}

/** Whether a process of that number exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return code(error) === "EPERM";
  }
}

function code(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
