import { randomUUID } from "node:crypto";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import type { Call } from "../../protocol/wire/frame.ts";
import { Pairing } from "../../protocol/wire/pairing.ts";
import type { CsmsCall } from "./versions/sandbox-version.ts";

interface Pending {
  ask: CsmsCall;
  done: (outcome: Outcome) => void;
  timer: NodeJS.Timeout | null;
}

/** Most CALLs that wait for their turn on one connection. */
const longestQueue = 1000;

/**
 * The CALLs of the sandbox on one connection: one is open, the rest wait (Part 4 §4.1.1). Message ids are random UUIDs,
 * so that none is ever used twice.
 */
export class CallQueue {
  readonly #pairing = new Pairing<Pending>();
  readonly #waiting: Pending[] = [];
  #open: Pending | null = null;
  #ended = false;
  readonly #options: { timeout: number; transmit: (call: Call) => Call };

  /**
   * @param options.timeout ms to wait for an answer
   * @param options.transmit puts the CALL on the wire and returns it as it was sent
   */
  constructor(options: { timeout: number; transmit: (call: Call) => Call }) {
    this.#options = options;
  }

  /** Sends when all before it are settled. */
  send(ask: CsmsCall): Promise<Outcome> {
    return new Promise((done) => {
      if (this.#ended) done({ kind: "not-sent", reason: "The station is not connected." });
      else if (this.#waiting.length >= longestQueue)
        done({ kind: "not-sent", reason: `${longestQueue} CALLs wait for this station already.` });
      else {
        this.#waiting.push({ ask, done, timer: null });
        this.#next();
      }
    });
  }

  /** Sends now, whatever is open; for misbehaviours. The answer is taken and forgotten. */
  sendAtOnce(ask: CsmsCall): void {
    if (!this.#ended) this.#transmit({ ask, done: () => {}, timer: null });
  }

  /** An answer came in. Late, doubled and unsolicited ones are ignored. */
  answered(id: string | null, judge: (action: string) => Outcome): void {
    const match = this.#pairing.answered(id);
    if (match.kind === "paired") this.#settle(match.call.context, judge(match.call.action));
  }

  /** The connection ended. */
  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting.splice(0))
      waiting.done({ kind: "not-sent", reason: "The connection ended before its turn came." });
    for (const call of this.#pairing.lose()) this.#settle(call.context, { kind: "lost" });
    if (this.#open !== null) this.#settle(this.#open, { kind: "lost" });
  }

  #next(): void {
    if (this.#open !== null || this.#ended) return;
    const pending = this.#waiting.shift();
    if (pending === undefined) return;
    this.#open = pending;
    this.#transmit(pending);
  }

  #transmit(pending: Pending): void {
    const { ask } = pending;
    const now = Date.now();
    const deadline = now + this.#options.timeout;
    // Each has a timer of its own, since with a message id used twice the later one replaces the earlier in the pairing.
    pending.timer = setTimeout(() => {
      this.#pairing.expire(deadline);
      this.#settle(pending, { kind: "timeout" });
    }, this.#options.timeout);
    const call: Call = { kind: "call", id: randomUUID(), action: ask.action, payload: ask.payload };
    const { id } = this.#options.transmit(call);
    this.#pairing.sent({ id, action: ask.action, sentAt: now, deadline, ref: "", context: pending });
  }

  #settle(pending: Pending, outcome: Outcome): void {
    if (pending.timer !== null) clearTimeout(pending.timer);
    pending.done(outcome);
    if (this.#open !== pending) return;
    this.#open = null;
    this.#next();
  }
}
