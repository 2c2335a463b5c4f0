import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startMongo } from "../../src/store/mongodb/testing/server.ts";
import type { MongoServer } from "../../src/store/mongodb/testing/server.ts";
import { Proxy } from "./proxy.ts";

export type HomeKind = "embedded" | "mongodb";

/** What a home needs around it: a disk of its own that can be filled, and for MongoDB a server behind a proxy. */
export interface Surroundings {
  /** Data folder of the product, on a disk of its own. */
  data: string;
  /** Flags of `stationmaster serve` that choose the home. */
  flags: string[];
  /** Null for the embedded home. */
  database: MongoServer | null;
  proxy: Proxy | null;
  /** Whether the disk could be made: that needs the right to mount a tmpfs (root). */
  ownDisk: boolean;
  /** Takes all the space that is left on the product's disk. */
  fillDisk(): void;
  freeDisk(): void;
  close(): Promise<void>;
}

/** Megabytes: room for the frames of some dozens of rounds. */
const diskSize = 900;

/** `folder` must be there and empty. */
export async function surroundings(
  kind: HomeKind,
  folder: string,
  standalone: boolean,
): Promise<Surroundings> {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  const ownDisk = mounted(disk);
  const ballast = join(disk, "ballast");
  const common = {
    data: join(disk, "data"),
    ownDisk,
    fillDisk: () => fill(disk, ballast),
    freeDisk: () => rmSync(ballast, { force: true }),
  };
  const unmount = (): void => {
    if (ownDisk) execFileSync("umount", ["-l", disk], { stdio: "pipe" });
  };
  if (kind === "embedded") {
    return {
      ...common,
      flags: ["--store", "embedded"],
      database: null,
      proxy: null,
      close: async () => unmount(),
    };
  }
  try {
    const database = await startMongo({ standalone, storage: join(folder, "database") });
    const { hostname, port } = new URL(database.uri);
    const proxy = new Proxy({ host: hostname, port: Number(port) });
    const near = await proxy.start();
    return {
      ...common,
      flags: ["--store", `mongodb://127.0.0.1:${near}/torture?directConnection=true`],
      database,
      proxy,
      close: async () => {
        await proxy.close();
        await database.stop();
        unmount();
      },
    };
  } catch (error) {
    unmount();
    throw error;
  }
}

function mounted(disk: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskSize}m`, "tmpfs", disk], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

function fill(disk: string, ballast: string): void {
  for (let size = 64 * 2 ** 20; size >= 4096; size /= 2) {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk);
      if (bavail * bsize < size) break;
      try {
        writeFileSync(ballast, Buffer.alloc(size), { flag: existsSync(ballast) ? "a" : "w" });
      } catch {
        break;
      }
    }
  }
}
