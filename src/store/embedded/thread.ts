import { Worker } from "node:worker_threads";
import { errorText } from "../../error-text.ts";
import { PageRequestError } from "../page.ts";
import type { Answer, Call } from "./calls.ts";
import { StoreOpenError } from "../open-error.ts";

/** What a thread works on is gone after a call; without a limit the engine lets nearly 200 MB of it lie about. */
const youngMost = 24;

type Methods<Calls> = { [K in keyof Calls]: (...args: never[]) => unknown };

/**
 * A worker thread that carries out the calls of `Calls`, in order. When it dies, open calls are rejected and the next
 * call starts a new one on the same file.
 */
export class Thread<Calls extends Methods<Calls> & { open(...args: never[]): void }> {
  readonly #name: string;
  readonly #opening: Parameters<Calls["open"]>;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #worker: Worker | undefined;
  #no = 0;
  #ended = false;

  /** `name`: of the worker's file beside this one, without its ending; `opening`: what its `open` gets. */
  constructor(name: "writer.worker" | "reader.worker", ...opening: Parameters<Calls["open"]>) {
    this.#name = name;
    this.#opening = opening;
  }

  /** Starts the thread and opens the file; rejects with `StoreOpenError` where that says more than SQLite does. */
  async open(): Promise<void> {
    await this.#post(this.#start(), "open", this.#opening);
  }

  call<K extends keyof Calls & string>(
    name: K,
    ...args: Parameters<Calls[K]>
  ): Promise<Awaited<ReturnType<Calls[K]>>> {
    if (this.#ended) return Promise.reject(new Error("the store is closed"));
    let worker = this.#worker;
    if (worker === undefined) {
      worker = this.#start();
      // Its failure shows in the call behind it, which opens again.
      this.#post(worker, "open", this.#opening).catch(() => undefined);
    }
    return this.#post(worker, name, args) as Promise<Awaited<ReturnType<Calls[K]>>>;
  }

  /** Ends the thread after the calls before it. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    await this.#post(worker, "close", []).catch(() => undefined);
    await worker.terminate();
  }

  #start(): Worker {
    const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./${this.#name}.${ending}`, import.meta.url), {
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: youngMost },
    });
    worker.on("message", (answer: Answer) => this.#settle(answer));
    let cause = "";
    worker.on("error", (error) => {
      cause = errorText(error);
    });
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const [no, { reject }] of this.#waiting) {
        this.#waiting.delete(no);
        reject(new Error(`the store's thread ended${cause === "" ? "" : `: ${cause}`}`));
      }
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  async #post(worker: Worker, name: string, args: unknown[]): Promise<unknown> {
    const call: Call = { no: ++this.#no, name, args };
    const waiting = Promise.withResolvers<unknown>();
    // The process stays alive while a call is open, and only then.
    if (this.#waiting.size === 0) worker.ref();
    this.#waiting.set(call.no, waiting);
    worker.postMessage(call);
    return await waiting.promise;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.no);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.no);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ("error" in answer) waiting.reject(errorOf(answer.error, answer.reason));
    else waiting.resolve(answer.value);
  }
}

function errorOf(text: string, reason: string | undefined): Error {
  if (reason === undefined) return new Error(text);
  if (reason === "cursor" || reason === "limit") return new PageRequestError(reason, text);
  // `serve` sends no others.
  return new StoreOpenError(reason as StoreOpenError["reason"], text);
}
