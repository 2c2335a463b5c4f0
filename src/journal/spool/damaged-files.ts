import { existsSync } from "node:fs";
import { open, readdir, readFile, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasCode } from "../../error-text.ts";
import { syncFolder } from "../../sync-folder.ts";
import { contentOf, sumOf, wordsOf } from "./damage.ts";
import type { Damage, DamageContent } from "./damage.ts";

/** One damaged stretch, as it stands in a file: a JSON object on a line of its own. */
interface Line extends DamageContent {
  segment: string;
  offset: number;
  length: number;
  reason: string;
  /** In base64. */
  bytes: string;
}

/**
 * Files beside the segments that keep the bytes of damaged stretches. A segment goes when the rest of it is delivered; these
 * stay until a person moves them away.
 */
export class DamagedFiles {
  /** What is in each of them, stretch by stretch. */
  readonly #files = new Map<string, DamageContent[]>();

  /** Those that lie in a folder. */
  static async load(folder: string): Promise<DamagedFiles> {
    const found = new DamagedFiles();
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (!entry.isFile() || !name.endsWith(".damaged")) continue;
      // One that cannot be read counts as well: it must not keep anybody from recording.
      const text = await readFile(join(folder, name), "utf8").catch(() => "?");
      const lines = text.split("\n").filter((line) => line !== "");
      found.#files.set(
        join(folder, name),
        lines.map((line) => contentOfLine(line)),
      );
    }
    return found;
  }

  /**
   * Keeps damaged stretches of a segment, on the disk before it returns. `bytes`: of the segment, from `base` on. Tells in
   * words what was in them and where it is. Rejects when that file cannot be written.
   */
  async keep(segment: string, bytes: Buffer, damages: readonly Damage[], base = 0): Promise<string> {
    const lines = damages.map(({ offset, end, reason }): Line => {
      const stretch = bytes.subarray(offset, end);
      return {
        segment: basename(segment),
        offset: base + offset,
        length: end - offset,
        reason,
        ...contentOf(stretch),
        bytes: stretch.toString("base64"),
      };
    });
    const file = await write(segment, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    this.#files.set(file, lines);
    return `${wordsOf(sumOf(lines))} could not be read; the bytes are kept in ${file}.`;
  }

  /** How many stretches lie there, and what a person should know and do; null when there are none (any more). */
  status(): { damaged: number; notice: string | null } {
    for (const file of this.#files.keys()) if (!existsSync(file)) this.#files.delete(file);
    const contents = [...this.#files.values()].flat();
    const [first] = this.#files.keys();
    if (first === undefined) return { damaged: 0, notice: null };
    const files = [...this.#files.keys()].map((file) => basename(file)).join(", ");
    return {
      damaged: contents.length,
      notice:
        `${wordsOf(sumOf(contents))} could not be read from the spool and did not go into the store from there. ` +
        `The bytes are kept in ${dirname(first)} (${files}). Look after the disk and read what you need of them; ` +
        "when the files are moved away, this ends.",
    };
  }
}

/** Under a name that nothing else has, unless the same is there already. Frames may carry passwords. */
async function write(segment: string, text: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = `${segment}${number === 1 ? "" : `.${number}`}.damaged`;
    const file = await open(path, "wx", 0o600).catch((error: unknown) => {
      if (hasCode(error, "EEXIST")) return null;
      throw error;
    });
    if (file === null) {
      if ((await readFile(path, "utf8")) !== text) continue;
      return path;
    }
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await unlink(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
    return path;
  }
}

/** Also of a file that another version wrote, or a person. */
function contentOfLine(line: string): DamageContent {
  try {
    const kept = JSON.parse(line) as { bytes?: unknown } | null;
    if (typeof kept?.bytes === "string") return contentOf(Buffer.from(kept.bytes, "base64"));
  } catch {
    // Counts all the same.
  }
  return { frames: 0, stations: [], from: null, to: null };
}
