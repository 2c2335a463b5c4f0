import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Count, Cpu, Question, Task } from "./product.ts";

/** A product in a process of its own. */
export class Child {
  readonly #process: ChildProcess;
  /** ms from the first call until all stations were back. */
  readonly started: number;

  private constructor(process: ChildProcess, started: number) {
    this.#process = process;
    this.started = started;
  }

  static async start(task: Task): Promise<Child> {
    const file = fileURLToPath(new URL("product.ts", import.meta.url));
    const child = fork(file, [JSON.stringify(task)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const { started } = await next<{ started: number }>(child);
    return new Child(child, started);
  }

  async fill(url: string, stations: number, interval: number): Promise<void> {
    await this.#ask({ ask: "fill", url, stations, interval });
  }

  /** CPU time of all its threads so far, ms. */
  async cpu(): Promise<number> {
    const { cpu } = await this.#ask<Cpu>({ ask: "cpu" });
    return cpu;
  }

  count(): Promise<Count> {
    return this.#ask<Count>({ ask: "count" });
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await gone;
  }

  #ask<Answer>(question: Question): Promise<Answer> {
    const answer = next<Answer>(this.#process);
    this.#process.send(question);
    return answer;
  }
}

/** Its next message. Throws when it ends before. */
async function next<Message>(child: ChildProcess): Promise<Message> {
  const over = new AbortController();
  const ended = once(child, "exit", { signal: over.signal }).then(([code]) => {
    throw new Error(`The product ended with ${String(code)}.`);
  });
  try {
    const [message] = (await Promise.race([once(child, "message", { signal: over.signal }), ended])) as [
      Message,
    ];
    return message;
  } finally {
    ended.catch(() => undefined);
    over.abort();
  }
}
