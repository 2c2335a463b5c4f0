import { chmodSync, closeSync, fchmodSync, openSync, statSync } from "node:fs";
import { hasCode } from "../../error-text.ts";

const othersRights = 0o077;

/** Makes an empty file that only its owner may read, whatever the umask says; leaves one that is there alone. */
export function makeOwnFile(path: string): void {
  let made: number;
  try {
    made = openSync(path, "wx", 0o600);
  } catch (error) {
    if (hasCode(error, "EEXIST")) return;
    throw error;
  }
  fchmodSync(made, 0o600);
  closeSync(made);
}

/**
 * Takes others' rights from a database and what SQLite keeps beside it. By name, not opened: closing a file gives up the
 * locks that SQLite has on it in this process.
 */
export function narrowDatabase(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const mode = modeOf(path);
    if ((mode & othersRights) === 0) continue;
    try {
      chmodSync(path, mode & 0o700);
    } catch {
      // Somebody else's file, or a file system without rights: `openness` tells.
    }
  }
}

/** What to tell a person when others may read the database all the same; null when they may not. */
export function openness(file: string): string | null {
  if (process.platform === "win32" || (modeOf(file) & othersRights) === 0) return null;
  return (
    `${file} holds passwords of stations and may be read by other users of this machine; its rights cannot be changed, ` +
    "as it belongs to another user or its file system knows none."
  );
}

/** 0 for what is not there. */
function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}
