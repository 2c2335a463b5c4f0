import { createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { StartError } from "../server/start-error.ts";
import { printed } from "./output.ts";

/** Bytes that may wait for the disk while more is made; what waits is written at once. */
const writtenAhead = 2 ** 20;

/**
 * Writes a stream to a file, or to standard output when `path` is null. A file appears under its name only when it is
 * whole. Throws StartError when it cannot be written.
 */
export async function writeOut(
  chunks: AsyncIterable<string | Uint8Array>,
  path: string | null,
): Promise<void> {
  if (path === null) {
    const decoder = new TextDecoder();
    for await (const chunk of chunks) {
      await printed(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    }
    return;
  }
  const partial = `${path}.part`;
  const file = createWriteStream(partial, { highWaterMark: writtenAhead });
  try {
    await pipeline(chunks, file);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof Error && "syscall" in error) {
      throw new StartError(`${path} cannot be written: ${error.message}`);
    }
    throw error;
  }
}
