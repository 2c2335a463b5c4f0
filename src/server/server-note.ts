import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const noteSchema = z.object({ url: z.string(), pid: z.number() });

/**
 * The address of the server that runs on a data folder, left there for commands that want the same data: the folder itself
 * is locked meanwhile.
 */
export function writeServerNote(folder: string, url: string): () => void {
  const file = join(folder, "server.json");
  try {
    writeFileSync(file, `${JSON.stringify({ url, pid: process.pid })}\n`);
  } catch {
    // Only a convenience; a full disk must not keep the server from starting.
  }
  return () => rmSync(file, { force: true });
}

/** Null when there is none that can be read. */
export function readServerNote(folder: string): string | null {
  try {
    const note = noteSchema.safeParse(JSON.parse(readFileSync(join(folder, "server.json"), "utf8")));
    return note.success ? note.data.url : null;
  } catch {
    return null;
  }
}
