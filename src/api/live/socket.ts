import type { WebSocket } from "ws";
import type { Limits } from "../parts.ts";
import type { ServerMessage } from "./message.ts";

/** "Try again later", the closest registered close code for a client that does not keep up (RFC 6455 §7.4, IANA). */
export const tooSlow = 1013;

/** One client's connection, with a watch on how much of what was sent it has not taken yet. */
export class LiveSocket {
  readonly #socket: WebSocket;
  readonly #limits: Limits;
  readonly #now: () => number;
  #progressAt: number;
  #answered = true;
  #waiting: ((open: boolean) => void)[] = [];

  constructor(socket: WebSocket, limits: Limits, now: () => number) {
    this.#socket = socket;
    this.#limits = limits;
    this.#now = now;
    this.#progressAt = now();
    socket.on("pong", () => {
      this.#answered = true;
    });
    socket.on("close", () => this.#wake(false));
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** More is waiting to be sent than a client that keeps up would leave. */
  get congested(): boolean {
    return this.#socket.bufferedAmount > this.#limits.liveBacklog;
  }

  send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message));
  }

  /** For a message that goes to many clients and was made into text once. */
  sendText(text: string): void {
    if (!this.open) return;
    if (this.#socket.bufferedAmount === 0) this.#progressAt = this.#now();
    this.#socket.send(text, () => {
      this.#progressAt = this.#now();
      if (!this.congested) this.#wake(true);
    });
  }

  /** Resolves when there is room again: true, or false when the client is gone. */
  room(): Promise<boolean> {
    if (!this.open) return Promise.resolve(false);
    if (!this.congested) return Promise.resolve(true);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Drops a client that reads nothing; true when it did. */
  dropIfStalled(): boolean {
    if (!this.open || this.#socket.bufferedAmount === 0) return false;
    if (this.#now() - this.#progressAt < this.#limits.liveStall) return false;
    this.close(tooSlow, "This client does not read what it is sent.");
    return true;
  }

  /** Pings; a client that left the ping before unanswered is gone. */
  ping(): void {
    if (!this.open) return;
    // Behind a backlog the pong cannot come in time; the stall watch is there for that.
    if (!this.#answered && this.#socket.bufferedAmount === 0) {
      this.#socket.terminate();
      return;
    }
    this.#answered = false;
    this.#socket.ping();
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    this.#wake(false);
  }

  #wake(open: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(open);
  }
}
