import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { seconds } from "./measure.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** Exports all frames of a data folder through the command; lines a second, and the peak of its memory in MB. */
export async function exportRate(
  folder: string,
  format: "ndjson" | "csv",
): Promise<{ rate: number; peak: number; rows: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, "export", "frames", "--format", format, "--data", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let lines = 0;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentPeak(child.pid))), 50);
  for await (const chunk of child.stdout) {
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  }
  const spent = seconds(start);
  clearInterval(watch);
  if (child.exitCode === null) await once(child, "exit");
  if (child.exitCode !== 0) throw new Error(`the export ended with exit code ${child.exitCode}`);
  return { rate: lines / spent, peak, rows: lines };
}

/** VmHWM of a process, MB; 0 where the system has no /proc. */
function residentPeak(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0;
  }
}
