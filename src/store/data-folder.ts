import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { errorText, hasCode } from "../error-text.ts";
import { StoreOpenError } from "./open-error.ts";

/**
 * Keeps a second server off a data folder. The lock is the operating system's, held through SQLite on a small database of
 * its own, so it ends with the process however that dies, and a reused process id means nothing. The process id beside
 * it only serves the message.
 */
export function lockFolder(folder: string): () => void {
  const note = join(folder, "server.pid");
  const lock = new DatabaseSync(join(folder, "server.lock"), { timeout: 0 });
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new StoreOpenError("in-use", `${folder} is in use by ${owner(note)}. ${advice}`);
    throw new StoreOpenError("not-writable", `${folder} cannot be locked: ${errorText(error)}`);
  }
  try {
    writeFileSync(note, `${process.pid}\n`);
  } catch {
    // A full disk must not keep the server from starting; only another one's message gets poorer.
  }
  return () => {
    rmSync(note, { force: true });
    lock.close();
  };
}

const advice = "Stop it, or choose another data folder.";

function owner(note: string): string {
  try {
    return `another Stationmaster, process ${readFileSync(note, "utf8").trim()}`;
  } catch {
    return "another Stationmaster";
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && Number(error.errcode) % 256 === 5;
}

const ownersAlone = 0o700;

/** Makes the data folder, for its owner alone, if it is not there. Throws `StoreOpenError` unless it is a folder that this user may write. */
export function prepareFolder(path: string): void {
  try {
    if (!existsSync(path)) {
      makeFolder(path);
      // The umask may have taken more than others' rights.
      chmodSync(path, ownersAlone);
    }
  } catch (error) {
    const text = errorText(error);
    const reason = hasCode(error, "EEXIST", "ENOTDIR") ? "not-a-folder" : "not-writable";
    throw new StoreOpenError(reason, `The data folder ${path} cannot be made: ${text}`);
  }
  if (!statSync(path).isDirectory()) throw new StoreOpenError("not-a-folder", `${path} is not a folder.`);
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new StoreOpenError("not-writable", `The data folder ${path} is not writable for this user.`);
  }
}

/** One folder at a time: where the kernel answers ENOENT for good (/proc), Node's `recursive` never ends. */
function makeFolder(path: string, mode: number = ownersAlone): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, 0o777);
  mkdirSync(path, mode);
}
