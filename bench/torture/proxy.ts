import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** A TCP relay before a database, whose connections can be cut. */
export class Proxy {
  readonly #target: { host: string; port: number };
  readonly #pairs = new Set<Socket>();
  readonly #server = createServer((near) => this.#relay(near));
  #cut = false;

  constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  /** Listens on a port that the system chooses, and returns it. */
  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resets all connections, and each new one, until `heal`. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#pairs) socket.resetAndDestroy();
  }

  heal(): void {
    this.#cut = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#pairs) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #relay(near: Socket): void {
    if (this.#cut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(this.#target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#pairs.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#pairs.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
