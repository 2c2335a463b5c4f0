import type { Clock } from "../clock.ts";

/**
 * WebSocket pings of the station (OCPP-J 1.6 §7 and errata §3.11, Part 4 §8.4): one each interval, and the link is dead
 * when a pong does not come in time.
 */
export class KeepAlive {
  readonly #clock: Clock;
  readonly #ping: () => void;
  readonly #dead: (seconds: number) => void;
  #interval = 0;
  #pongTimeout = 30;
  #cancel: (() => void) | null = null;

  /** @param dead told with the seconds waited when no pong came */
  constructor(clock: Clock, ping: () => void, dead: (seconds: number) => void) {
    this.#clock = clock;
    this.#ping = ping;
    this.#dead = dead;
  }

  /** Begins anew. Seconds both; an interval of 0 or less means no pings. */
  start(interval: number, pongTimeout: number): void {
    this.stop();
    this.#interval = interval;
    this.#pongTimeout = pongTimeout;
    if (interval > 0) this.#after(interval, () => this.#beat());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#interval = 0;
  }

  /** A pong came. */
  pong(): void {
    if (this.#interval > 0) this.#after(this.#interval, () => this.#beat());
  }

  #beat(): void {
    this.#after(this.#pongTimeout, () => this.#dead(this.#pongTimeout));
    this.#ping();
  }

  #after(seconds: number, then: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#clock.setTimer(this.#clock.now() + seconds * 1000, then);
  }
}
