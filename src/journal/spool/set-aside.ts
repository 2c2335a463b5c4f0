import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** A stretch of a segment that cannot be read. */
export interface Damage {
  offset: number;
  end: number;
  reason: string;
}

/**
 * Keeps the damaged stretches of a segment in a file beside it, one JSON object a line with their bytes in base64: the
 * segment itself goes when the rest of it is delivered, this file never does.
 */
export async function setAside(path: string, bytes: Buffer, damages: readonly Damage[]): Promise<string> {
  const file = `${path}.damaged`;
  const lines = damages.map(({ offset, end, reason }) => {
    const length = end - offset;
    const content = bytes.subarray(offset, end).toString("base64");
    return `${JSON.stringify({ segment: basename(path), offset, length, reason, bytes: content })}\n`;
  });
  // Frames may carry passwords. One that is there already keeps its rights when it is written.
  await writeFile(file, lines.join(""), { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** How many damaged stretches lie in a folder, for a person to look at. */
export async function countDamaged(folder: string): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".damaged")) continue;
    const bytes = await readFile(join(folder, name));
    for (const byte of bytes) if (byte === 10) count += 1;
  }
  return count;
}
