/**
 * Which answer belongs to which request on one link. Pure: time is passed in, nothing is sent. It outlives connections,
 * since message ids must stay unique across them (Part 4 §4.1.4, OCPP-J 1.6 errata §3.1). The same class serves either
 * side: "ours" are the CALLs of whoever holds it, "theirs" those of the peer.
 */
export interface OpenCall<Context> {
  id: string;
  action: string;
  /** When it was sent, epoch ms. */
  sentAt: number;
  /** When it counts as timed out, epoch ms. */
  deadline: number;
  /** Reference to what was recorded of it; remembered longer than `context`. */
  ref: string;
  context: Context;
}

/** What is remembered of a CALL of ours that is no longer open. */
export interface SettledCall {
  action: string;
  sentAt: number;
  ref: string;
  how: "answered" | "timed-out" | "lost";
}

export type Match<Context> =
  | { kind: "paired"; call: OpenCall<Context> }
  /** Answered before. */
  | { kind: "duplicate"; call: SettledCall }
  /** After the time-out, or after the link that carried the CALL was lost. */
  | { kind: "late"; call: SettledCall }
  | { kind: "unsolicited" };

/** A CALL of the peer. */
export interface PeerCall {
  action: string;
  receivedAt: number;
  ref: string;
}

/** A CALL or SEND of the peer, and what became of it. */
interface Heard extends PeerCall {
  /** `refused`: answered by a CALLRESULT that the peer could not take. */
  state: "open" | "result" | "error" | "refused" | "send";
}

export interface Arrival {
  /** Another CALL of the peer is open: SHOULD NOT in 1.6 (OCPP-J §4.1.1), SHALL NOT in 2.x (Part 4 §4.1.1). */
  concurrent: boolean;
  /** The peer used this id before. A retry may (Part 4 of 2.1, §4.1.4). */
  reused: boolean;
  /** A CALL of this very id is still open, so a reply could not be told apart (Part 4 §4.2.3). */
  open: boolean;
}

export class Pairing<Context> {
  readonly #open = new Map<string, OpenCall<Context>>();
  readonly #settled: Memory<SettledCall>;
  readonly #theirs = new Map<string, Heard>();
  readonly #theirIds: Memory<Heard>;
  readonly #remember: number;
  readonly #peerTimeout: number;

  /**
   * @param options.remember how many settled CALLs are remembered per direction, default 256
   * @param options.peerTimeout ms after which an unanswered CALL of the peer no longer counts as open, default 30,000
   */
  constructor(options: { remember?: number; peerTimeout?: number } = {}) {
    this.#remember = options.remember ?? 256;
    this.#settled = new Memory(this.#remember);
    this.#theirIds = new Memory(this.#remember);
    this.#peerTimeout = options.peerTimeout ?? 30_000;
  }

  /** Number of our CALLs that are open. */
  get openCount(): number {
    return this.#open.size;
  }

  /** A CALL of ours goes out. Returns an open one that had the same id and can never be told apart now; it is closed. */
  sent(call: OpenCall<Context>): OpenCall<Context> | undefined {
    const displaced = this.#open.get(call.id);
    this.#open.set(call.id, call);
    return displaced;
  }

  /** An answer came in. A paired one closes its CALL. */
  answered(id: string | null): Match<Context> {
    if (id === null) return { kind: "unsolicited" };
    const call = this.#open.get(id);
    if (call !== undefined) {
      this.#open.delete(id);
      this.#settle(call, "answered");
      return { kind: "paired", call };
    }
    const settled = this.#settled.get(id);
    if (settled === undefined) return { kind: "unsolicited" };
    if (settled.how === "answered") return { kind: "duplicate", call: settled };
    const before = { ...settled };
    settled.how = "answered";
    return { kind: "late", call: before };
  }

  /** Our CALL `id` when it is no longer open, if still remembered. */
  settledCall(id: string): SettledCall | undefined {
    return this.#settled.get(id);
  }

  /** The earliest deadline of our open CALLs, epoch ms, or null. */
  nextDeadline(): number | null {
    let earliest: number | null = null;
    for (const call of this.#open.values()) {
      if (earliest === null || call.deadline < earliest) earliest = call.deadline;
    }
    return earliest;
  }

  /** Closes and returns our CALLs whose deadline has come. */
  expire(now: number): OpenCall<Context>[] {
    const expired = [...this.#open.values()].filter((call) => call.deadline <= now);
    for (const call of expired) {
      this.#open.delete(call.id);
      this.#settle(call, "timed-out");
    }
    return expired;
  }

  /** The connection ended: closes and returns our open CALLs; those of the peer are no longer open either. */
  lose(): OpenCall<Context>[] {
    const lost = [...this.#open.values()];
    this.#open.clear();
    for (const call of lost) this.#settle(call, "lost");
    this.#theirs.clear();
    return lost;
  }

  /** A CALL of the peer came in. It stays open until `replied`. One whose id is still open does not become another. */
  received(id: string, call: PeerCall): Arrival {
    const arrival: Arrival = {
      concurrent: this.#theirs.size > 0 && this.#someAwaited(call.receivedAt),
      reused: this.#theirIds.get(id) !== undefined,
      open: this.#theirs.has(id),
    };
    if (arrival.open) return arrival;
    const heard: Heard = { ...call, state: "open" };
    this.#theirIds.set(id, heard);
    this.#theirs.set(id, heard);
    if (this.#theirs.size > this.#remember) {
      for (const oldest of this.#theirs.keys()) {
        this.#theirs.delete(oldest);
        break;
      }
    }
    return arrival;
  }

  /** A SEND of the peer came in, which nobody answers. Its id must be new like that of a CALL (Part 4 of 2.1, §4.1.4). */
  receivedSend(id: string, send: PeerCall): Pick<Arrival, "reused"> {
    const reused = this.#theirIds.get(id) !== undefined;
    this.#theirIds.set(id, { ...send, state: "send" });
    return { reused };
  }

  /** We answer the peer's CALL `id`: closes and returns it; undefined if none is open under that id. */
  replied(id: string, by: "result" | "error"): PeerCall | undefined {
    const call = this.#theirs.get(id);
    if (call === undefined) return undefined;
    this.#theirs.delete(id);
    call.state = by;
    return call;
  }

  /** The peer could not take our CALLRESULT `id` (2.1). `call` is what that had answered. */
  resultRefused(
    id: string,
  ): { kind: "paired" | "duplicate"; call: PeerCall } | Extract<Match<Context>, { kind: "unsolicited" }> {
    const call = this.#theirIds.get(id);
    if (call?.state === "refused") return { kind: "duplicate", call };
    if (call?.state !== "result") return { kind: "unsolicited" };
    call.state = "refused";
    return { kind: "paired", call };
  }

  /** The peer's CALL `id` while it awaits our answer. */
  awaitingReply(id: string): PeerCall | undefined {
    return this.#theirs.get(id);
  }

  #settle(call: OpenCall<Context>, how: SettledCall["how"]): void {
    this.#settled.set(call.id, { action: call.action, sentAt: call.sentAt, ref: call.ref, how });
  }

  #someAwaited(now: number): boolean {
    for (const call of this.#theirs.values()) if (now - call.receivedAt < this.#peerTimeout) return true;
    return false;
  }
}

/** The last `size` ids and what is known of them; the oldest makes room for the newest. */
class Memory<Value> {
  readonly #values = new Map<string, Value>();
  readonly #ring: string[] = [];
  readonly #size: number;
  #next = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get(id: string): Value | undefined {
    return this.#values.get(id);
  }

  set(id: string, value: Value): void {
    if (!this.#values.has(id)) {
      const oldest = this.#ring[this.#next];
      if (oldest !== undefined) this.#values.delete(oldest);
      this.#ring[this.#next] = id;
      this.#next = (this.#next + 1) % this.#size;
    }
    this.#values.set(id, value);
  }
}
