import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { errorText } from "../src/error-text.ts";

/** A disk that a test can fill; gone after the file's tests. */
export interface SmallDisk {
  path: string;
  /** Why it could not be mounted, which takes root; null: it was. */
  trouble: string | null;
  /** For `skipIf`; never true in CI. */
  skipped: boolean;
}

/** Mounts one of that many MiB. */
export function smallDisk(mebibytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), "stationmaster-small-disk-"));
  const trouble = mount(path, mebibytes);
  afterAll(() => {
    if (trouble === null) execFileSync("umount", [path]);
    rmSync(path, { recursive: true, force: true });
  });
  const skipped = trouble !== null && process.env["CI"] !== "true";
  if (skipped) console.warn(`SKIPPED: a test of a full disk needs to mount a tmpfs (root): ${trouble}`);
  return { path, trouble, skipped };
}

function mount(path: string, mebibytes: number): string | null {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${String(mebibytes)}m`, "tmpfs", path], {
      stdio: "pipe",
    });
    return null;
  } catch (error) {
    return errorText(error);
  }
}
