import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { guardEnvironment } from "../../store/mongodb/testing/guard/environment.ts";

const main = fileURLToPath(new URL("../../main.ts", import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

export interface ProcessOptions {
  folder?: string;
  env?: Record<string, string>;
  /** On standard input, which then ends; null leaves it open for the test to write. Absent: nothing. */
  input?: string | Uint8Array | null;
}

/** The real command as a process of its own, in an empty folder and without our environment. */
export class Process {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  out = "";
  error = "";
  #changed: () => void = () => {};

  constructor(args: string[], { folder = newFolder(), env, input }: ProcessOptions = {}) {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    this.child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: { PATH, NODE_COMPILE_CACHE, ...guardEnvironment(), ...env },
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    // Who ends early reads no more of it.
    this.child.stdin?.on("error", () => {});
    if (input !== null) this.child.stdin?.end(input);
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.out += text;
      this.#changed();
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.error += text;
      this.#changed();
    });
    this.ended = new Promise((resolve) => {
      this.child.on("close", (code) => {
        resolve({ code, out: this.out, error: this.error });
        this.#changed();
      });
    });
    onTestFinished(() => void this.child.kill("SIGKILL"));
  }

  /** Resolves with the first match on standard output; rejects when the process ends without it. */
  printed(pattern: RegExp): Promise<string> {
    return this.#match(pattern, () => this.out);
  }

  /** The same on standard error. */
  complained(pattern: RegExp): Promise<string> {
    return this.#match(pattern, () => this.error);
  }

  async #match(pattern: RegExp, text: () => string): Promise<string> {
    for (;;) {
      const match = pattern.exec(text());
      if (match !== null) return match[1] ?? match[0];
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}: ${this.error}`);
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }
}

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command to its end. */
export function run(args: string[], options: ProcessOptions = {}): Promise<Ended> {
  return new Process(args, options).ended;
}

/** Flags that let the system choose the ports. */
export const free = ["--port", "0", "--csms-port", "0"];
