import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorText } from "../../../error-text.ts";
import { cache } from "./cache.ts";
import { withLock } from "./lock.ts";

/** The real server that is downloaded where the internet can be reached. */
export const downloadedVersion = "8.2.6";

const source = "https://fastdl.mongodb.org/";
const remembered = join(cache, "mongod-download.json");
const patience = 3000;

/** A mongod that mongodb-memory-server has downloaded, or why there is none: no internet is found out within 3 s, once a run. */
export async function downloadedMongod(): Promise<{ program: string } | { missing: string }> {
  await mkdir(cache, { recursive: true });
  return withLock(join(cache, "mongod-download.lock"), async () => {
    const before = await earlier();
    if (before !== null) return { missing: before };
    const missing = await unreachable();
    if (missing !== null) {
      await writeFile(remembered, JSON.stringify({ run: process.ppid, at: Date.now(), missing }));
      return { missing };
    }
    try {
      const { MongoBinary } = await import("mongodb-memory-server-core");
      const program = await MongoBinary.getPath({
        version: downloadedVersion,
        downloadDir: join(cache, "mongod"),
      });
      return { program };
    } catch (error) {
      const text = errorText(error);
      return { missing: `mongod ${downloadedVersion} could not be downloaded: ${text.slice(0, 300)}` };
    }
  });
}

async function unreachable(): Promise<string | null> {
  try {
    await fetch(source, { method: "HEAD", signal: AbortSignal.timeout(patience) });
    return null;
  } catch {
    return "mongod cannot be downloaded: no internet";
  }
}

/** What another worker of the same test run has found, at most ten minutes ago. */
async function earlier(): Promise<string | null> {
  try {
    const { run, at, missing } = JSON.parse(await readFile(remembered, "utf8"));
    return run === process.ppid && Date.now() - at < 600_000 ? String(missing) : null;
  } catch {
    return null;
  }
}
