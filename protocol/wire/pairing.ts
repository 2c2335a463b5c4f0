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
  readonly #theirs = new Map<string, PeerCall>();
  readonly #theirIds: Memory<PeerCall>;
  readonly #peerTimeout: number;

  /**
   * @param options.remember how many settled CALLs are remembered per direction, default 256
   * @param options.peerTimeout ms after which a CALL of the peer that got no reply no longer counts as open, default 30,000
   */
  constructor(options: { remember?: number; peerTimeout?: number } = {}) {
    this.#settled = new Memory(options.remember ?? 256);
    this.#theirIds = new Memory(options.remember ?? 256);
    this.#peerTimeout = options.peerTimeout ?? 30_000;
  }

  /** Number of our CALLs that are open. */
  get openCount(): number {
    return this.#open.size;
  }

  /** A CALL of ours goes out. */
  sent(call: OpenCall<Context>): void {
    this.#open.set(call.id, call);
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

  /** The earliest deadline of our open CALLs, epoch ms, or null. */
  nextDeadline(): number | null {
    let earliest: number | null = null;
    for (const call of this.#open.values())
      if (earliest === null || call.deadline < earliest) earliest = call.deadline;
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

  /** The connection ended: closes and returns our open CALLs, and forgets which of the peer's are open. */
  lose(): OpenCall<Context>[] {
    const lost = [...this.#open.values()];
    this.#open.clear();
    for (const call of lost) this.#settle(call, "lost");
    this.#theirs.clear();
    return lost;
  }

  /** A CALL of the peer came in. It stays open until `replied`. */
  received(id: string, call: PeerCall): Arrival {
    if (this.#theirs.size > 0) this.#forgetUnanswered(call.receivedAt);
    const arrival = {
      concurrent: this.#theirs.size > 0,
      reused: this.#theirIds.get(id) !== undefined,
      open: this.#theirs.has(id),
    };
    if (!arrival.open) this.#theirs.set(id, call);
    this.#theirIds.set(id, call);
    return arrival;
  }

  /** We answered the peer's CALL `id`: closes and returns it; undefined if none is open under that id. */
  replied(id: string): PeerCall | undefined {
    const call = this.#theirs.get(id);
    if (call !== undefined) this.#theirs.delete(id);
    return call;
  }

  /** True while the peer's CALL `id` awaits our answer. */
  awaitsReply(id: string): boolean {
    return this.#theirs.has(id);
  }

  /** The last CALL of the peer under this id, open or not, if still remembered. */
  peerCall(id: string): PeerCall | undefined {
    return this.#theirs.get(id) ?? this.#theirIds.get(id);
  }

  #settle(call: OpenCall<Context>, how: SettledCall["how"]): void {
    this.#settled.set(call.id, { action: call.action, sentAt: call.sentAt, ref: call.ref, how });
  }

  #forgetUnanswered(now: number): void {
    for (const [id, call] of this.#theirs)
      if (now - call.receivedAt >= this.#peerTimeout) this.#theirs.delete(id);
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
