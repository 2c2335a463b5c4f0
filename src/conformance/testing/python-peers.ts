import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { errorText } from "../../error-text.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");
const folder = join(root, ".cache/python-peers");
const requirements = join(root, "testdata/peers/requirements.txt");

/** Folder of the environment's programs, or why there is none. */
export type PythonPeers = { bin: string } | { missing: string };

/**
 * Makes the virtual environment with the Python CSMSs, or takes the one that is there for the same requirements. A text says
 * why it cannot be made; with `CI=true` the caller has to fail then.
 */
export async function pythonPeers(): Promise<PythonPeers> {
  const bin = join(folder, "bin");
  const wanted = await readFile(requirements, "utf8");
  const stamp = join(folder, "requirements.txt");
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return { bin };
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(root, ".cache"), { recursive: true });
    await run("python3", ["-m", "venv", folder]);
    await run(join(bin, "python"), [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "-r",
      requirements,
    ]);
    await writeFile(stamp, wanted);
    return { bin };
  } catch (error) {
    const text = errorText(error);
    return { missing: `the Python CSMSs could not be installed: ${text.slice(0, 500)}` };
  }
}
