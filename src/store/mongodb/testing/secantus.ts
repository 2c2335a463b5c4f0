import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { errorText } from "../../../error-text.ts";
import { cache } from "./cache.ts";
import { withLock } from "./lock.ts";

const run = promisify(execFile);
const folder = join(cache, "secantus");
const requirements = join(import.meta.dirname, "secantus-requirements.txt");

/**
 * Makes the virtual environment with SecantusDB, once for all workers, or takes the one that is there for the same requirements.
 * A text says why it cannot be made.
 */
export async function secantusProgram(): Promise<{ program: string } | { missing: string }> {
  const program = join(folder, "bin/secantusd-py");
  const wanted = await readFile(requirements, "utf8");
  const stamp = join(folder, "requirements.txt");
  const ready = async (): Promise<boolean> => (await readFile(stamp, "utf8").catch(() => "")) === wanted;
  if (await ready()) return { program };
  try {
    await mkdir(cache, { recursive: true });
    await withLock(`${folder}.lock`, async () => {
      if (await ready()) return;
      await rm(folder, { recursive: true, force: true });
      await run("python3", ["-m", "venv", folder]);
      const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
      await run(join(folder, "bin/python"), install);
      await writeFile(stamp, wanted);
    });
    return { program };
  } catch (error) {
    const text = errorText(error);
    return { missing: `SecantusDB could not be installed: ${text.slice(0, 500)}` };
  }
}
