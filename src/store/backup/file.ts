import { once } from "node:events";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { syncFolder } from "../../sync-folder.ts";
import type { TransferOptions } from "../copy/carried.ts";
import { TransferError } from "../copy/transfer-error.ts";
import { zipChunk } from "./format.ts";
import { checkBackup } from "./restore.ts";
import type { BackupSummary } from "./read.ts";

/** Compresses the text of a backup; fast rather than small. */
export function zipped(text: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  const source = Readable.from(text);
  const gzip = createGzip({ level: 1, chunkSize: zipChunk });
  source.on("error", (error) => gzip.destroy(error));
  return source.pipe(gzip);
}

/**
 * Writes compressed bytes to a file that only its owner may read (a backup holds passwords). It gets its name when it is
 * on the disk and was read back whole; before that nothing of that name is touched. Throws TransferError when it cannot be
 * written, or is not what a backup must be.
 */
export async function writeBackupFile(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  options: TransferOptions = {},
): Promise<BackupSummary> {
  const partial = `${path}.part`;
  try {
    // One that is left of another run may be anybody's, and would keep its rights.
    rmSync(partial, { force: true });
    const file = createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(bytes, file, options.signal === undefined ? {} : { signal: options.signal });
    if (!file.closed) await once(file, "close");
    const summary = await checkBackup(partial, options);
    renameSync(partial, path);
    await syncFolder(dirname(path));
    return summary;
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof Error && "syscall" in error) {
      throw new TransferError(`${path} cannot be written: ${error.message}`);
    }
    throw error;
  }
}
