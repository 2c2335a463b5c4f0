import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const noteSchema = z.object({ url: z.string(), pid: z.number(), key: z.string().optional() });

export interface ServerNote {
  url: string;
  /** Lets whoever may read the data folder have a backup of it from its server; see `backupKeyHeader`. */
  key: string | null;
}

/**
 * The address of the server that runs on a data folder, left there for commands that want the same data: the folder itself
 * is locked meanwhile.
 */
export function writeServerNote(folder: string, url: string, key: string): () => void {
  const file = join(folder, "server.json");
  try {
    rmSync(file, { force: true });
    writeFileSync(file, `${JSON.stringify({ url, pid: process.pid, key })}\n`, { mode: 0o600 });
  } catch {
    // Only a convenience; a full disk must not keep the server from starting.
  }
  return () => rmSync(file, { force: true });
}

/** Null when there is none that can be read. */
export function readServerNote(folder: string): ServerNote | null {
  try {
    const note = noteSchema.safeParse(JSON.parse(readFileSync(join(folder, "server.json"), "utf8")));
    return note.success ? { url: note.data.url, key: note.data.key ?? null } : null;
  } catch {
    return null;
  }
}
