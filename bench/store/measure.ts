import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Runs something again and again and tells the 50th, 95th and 99th percentile of its times, ms (nearest rank). */
export async function percentiles(
  times: number,
  run: (turn: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number; p99: number }> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now();
    await run(turn);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const rank = (share: number): number => taken[Math.max(0, Math.ceil(share * taken.length) - 1)] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

/** Bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return bytes;
}

export function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
