import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FullDisk, Kill, StoredFrame } from "./compare.ts";
import { heldUp } from "./held-up.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ProductOptions {
  /** Data folder. */
  data: string;
  /** Where its output goes. */
  log: string;
  /** More flags of `stationmaster serve`. */
  flags: readonly string[];
}

/** What `/health` tells that matters here. */
interface Health {
  journal: { pending: number; unsafe: number; spool: { records: number; bytes: number } };
}

/** The product as a process of its own, started as a person starts it. */
export class Product {
  readonly #options: ProductOptions;
  #child: ChildProcess | undefined;
  #url = "";
  #starts = 0;
  #life: number | null = null;
  readonly #ends: Kill[] = [];

  constructor(options: ProductOptions) {
    this.#options = options;
  }

  /** How its processes ended, in order. */
  get ends(): readonly Kill[] {
    return this.#ends;
  }

  /** The number of the process that answers; null while none does. */
  get life(): number | null {
    return this.#life;
  }

  get runs(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** Starts it and waits until its API answers. Throws with the end of its output when it ends before. */
  async start(): Promise<void> {
    const { data, log, flags } = this.#options;
    const out = openSync(log, "a");
    this.#starts += 1;
    const child = spawn(
      process.execPath,
      [
        ...["--import", join(root, "bench/torture/note-held-up.ts")],
        ...[join(root, "src/main.ts"), "serve", "--data", data, "--port", "0", "--csms-enabled", "false"],
        ...["--application-demo-stations", "false", "--csms-starts-per-second", "1000"],
        ...["--log-level", "info", ...flags],
      ],
      {
        stdio: ["ignore", out, out],
        env: { ...process.env, MONGODB_URI: "", TORTURE_HELD_UP: this.#heldUp },
      },
    );
    this.#child = child;
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The product ended while it started:\n${readFileSync(log, "utf8").slice(-2000)}`);
      const url = noteOf(data, child.pid);
      if (url !== null) {
        this.#url = url;
        await this.ask("GET", "/health", undefined, [200, 503]);
        this.#life = this.runs ? this.#starts : null;
        return;
      }
      await pause(20);
    }
  }

  /** kill -9. `full`: its disk is full. Throws when it does not run. */
  kill(full: FullDisk | null = null): Promise<void> {
    return this.#end("SIGKILL", full);
  }

  /** Ends it as a person does. Throws when it does not run. */
  stop(): Promise<void> {
    return this.#end("SIGTERM", null);
  }

  async #end(signal: "SIGKILL" | "SIGTERM", full: FullDisk | null): Promise<void> {
    const child = this.#child;
    if (child === undefined || !this.runs) throw new Error("The product does not run.");
    this.#life = null;
    const gone = once(child, "exit");
    const told = Date.now();
    child.kill(signal);
    await gone;
    // One that is killed does nothing more from then on, one that ends in order does.
    const at = signal === "SIGKILL" ? told : Date.now();
    this.#ends.push({ at, killed: signal === "SIGKILL", heldUp: heldUp(this.#heldUp, at), full });
  }

  /** How many frames are in memory alone, by what it says itself. */
  async unsafe(): Promise<number> {
    const health = JSON.parse(await this.ask("GET", "/health", undefined, [200, 503])) as Health;
    return health.journal.unsafe;
  }

  /** Where this process notes when it is held up: not on the disk that is filled. */
  get #heldUp(): string {
    return `${this.#options.log}.held-up-${this.#starts}`;
  }

  /** Waits until nothing recorded waits any more, in memory or in the spool. */
  async drained(): Promise<void> {
    const end = Date.now() + 300_000;
    for (;;) {
      const health = JSON.parse(await this.ask("GET", "/health", undefined, [200, 503])) as Health;
      if (health.journal.pending === 0 && health.journal.spool.records === 0) return;
      if (Date.now() > end) throw new Error(`The store does not catch up: ${JSON.stringify(health)}`);
      await pause(20);
    }
  }

  /** All frames recorded after this id, in order. */
  async frames(after: string | null): Promise<StoredFrame[]> {
    const rows = await this.exported<StoredFrame>("frames", after === null ? "" : `&after=${after}`);
    // Of all that is exported, what is compared; the rest would only take memory.
    return rows.map(({ id, at, station, direction, kind, raw }) => ({
      id,
      at,
      station,
      direction,
      kind,
      raw,
    }));
  }

  /** All rows of a kind, as the product exports them. */
  async exported<Row>(what: "frames" | "samples" | "transactions", filter = ""): Promise<Row[]> {
    const text = await this.ask("GET", `/api/export/${what}?format=ndjson${filter}`);
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  }

  async ask(method: string, path: string, body?: unknown, allowed: readonly number[] = []): Promise<string> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      signal: AbortSignal.timeout(120_000),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok && !allowed.includes(response.status))
      throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text;
  }
}

/** The address that the process left in its data folder; null until it is there. */
function noteOf(data: string, pid: number | undefined): string | null {
  try {
    const note = JSON.parse(readFileSync(join(data, "server.json"), "utf8")) as { url: string; pid: number };
    return note.pid === pid ? note.url : null;
  } catch {
    return null;
  }
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
