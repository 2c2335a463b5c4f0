import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorText } from "../error-text.ts";
import { newFrameId } from "../frames/frame-id.ts";
import type { StoreIdentity } from "../store/store.ts";
import { StartError } from "./start-error.ts";

const fileName = "instance-id";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who this process is to those that share its store. Throws StartError when the folder's id cannot be kept. */
export function serverIdentity(folder: string, name: string): StoreIdentity {
  return { writer: `${name}/${newFrameId()}`, name, folder: folderId(folder) };
}

/** The identity of a command that opens a home for a while: nobody's restart, nobody's name. */
export function commandIdentity(command: string): StoreIdentity {
  const id = newFrameId();
  return { writer: `${command}/${id}`, name: `${command}-${id}`, folder: "" };
}

/** The id of a data folder, made when it is first used. */
function folderId(folder: string): string {
  const file = join(folder, fileName);
  const known = read(file);
  if (known !== null) return known;
  const made = randomUUID();
  const partial = `${file}.part`;
  try {
    writeFileSync(partial, `${made}\n`, { flush: true });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new StartError(`${file} cannot be written: ${errorText(error)}`, {
      cause: error,
    });
  }
  return made;
}

/** Null where there is none, or none that can be read: then the folder counts as a new one. */
function read(file: string): string | null {
  try {
    const text = readFileSync(file, "utf8").trim();
    return uuid.test(text) ? text : null;
  } catch {
    return null;
  }
}
