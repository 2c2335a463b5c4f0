import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
/** Bytes that must be free. */
const least = 4 * 2 ** 30;

/**
 * Where the tests of a run put their temporary files: in memory, where this machine has room for that, since every
 * second test waits for a disk to sync. Gone when the process ends. Whoever names a TMPDIR gets that; undefined: the usual.
 */
export function scratchFolder(given: string | undefined, place = memory): string | undefined {
  if (given !== undefined || !hasRoom(place)) return given;
  const folder = mkdtempSync(join(place, "stationmaster-tests-"));
  // As the usual place is: some tests are another user.
  chmodSync(folder, 0o1777);
  process.once("exit", () => {
    // What still runs may write into it; nothing is worth failing for.
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {}
  });
  return folder;
}

function hasRoom(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= least && freemem() >= least;
  } catch {
    return false;
  }
}
