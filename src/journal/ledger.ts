import { dialectEntry } from "../../protocol/dialect.ts";
import type { Exchange, Ledger, LedgerChange } from "../../protocol/ledger/ledger.ts";
import type { ConnectionRow, TransactionEventRow } from "../store/rows.ts";
import type { Batch, SampleRow, Store, TransactionRow } from "../store/store.ts";
import { wasSent } from "../frames/frame.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { objectOf } from "../frames/payload.ts";
import { ConnectionBook } from "./connection-book.ts";
import type { Ending } from "./ending.ts";
import { eventRow, TransactionBook } from "./transaction-book.ts";

/** A CALL of a station that a ledger wants to see answered. */
interface Open {
  frame: FrameRecord;
  /** Read without an answer already; a late one may still bring the transaction's id, but no new samples. */
  read: boolean;
}

/** What frames say beyond themselves. */
export type LedgerRows = Pick<Batch, "transactions" | "samples" | "events" | "connections">;

interface Found {
  transactions: Map<string, TransactionRow>;
  samples: SampleRow[];
  events: TransactionEventRow[];
  connections: Map<string, ConnectionRow>;
}

/** So many transactions of a store are known from the start besides those that are open. */
const newest = 5000;

/** No station has more CALLs open than this, except by crafting. */
const mostOpen = 16;

/**
 * Reads transactions, their events, meter samples and connections out of what was recorded: waits for the answer of each CALL of a station,
 * or until it is plain that none comes (the next CALL, the end of the connection), and asks the dialect's ledger.
 */
export class Ledgers {
  readonly #book = new TransactionBook();
  readonly #connections = new ConnectionBook();
  /** By station. */
  readonly #open = new Map<string, Open[]>();
  /** What was last not answered, by station: sent again it is the same measurement. */
  readonly #unanswered = new Map<string, string>();

  /**
   * What these records add or change, in order, and after them these endings. Never throws: a message that no ledger can
   * read changes nothing.
   */
  observe(frames: readonly FrameRecord[], endings: readonly Ending[] = []): LedgerRows {
    const found: Found = { transactions: new Map(), samples: [], events: [], connections: new Map() };
    for (const frame of frames) this.#see(frame, found);
    for (const ending of endings) {
      // What a station that lives on has under way is about another transaction.
      if (isGone(ending)) this.#open.delete(ending.station);
      for (const row of this.#book.end(ending)) found.transactions.set(row.key, row);
    }
    const { transactions, samples, events, connections } = found;
    return {
      transactions: [...transactions.values()],
      samples,
      events,
      connections: [...connections.values()],
    };
  }

  /**
   * Takes over the transactions that other processes, or earlier ones, left open in the store, and the newest that have
   * ended, as their messages may be sent again; of one station, or of all.
   */
  async load(store: Store, station?: string): Promise<void> {
    const query = station === undefined ? {} : { stations: [station] };
    for await (const row of store.transactions.stream({ ...query, active: true })) this.#book.learn(row);
    const { items } = await store.transactions.query(query, { limit: newest });
    for (const row of items.toReversed()) this.#book.learn(row);
  }

  /** Takes over rows that the last process left for the store and that are not there yet, oldest first. */
  adopt(rows: Iterable<TransactionRow>): void {
    for (const row of rows) this.#book.put(row);
  }

  /** Takes over CALLs that were open when the last process ended: the station's next one shows that no answer comes. */
  resume(calls: Iterable<FrameRecord>): void {
    for (const frame of calls) {
      if (isWanted(frame)) this.#open.set(frame.station, [{ frame, read: false }]);
    }
  }

  #see(frame: FrameRecord, found: Found): void {
    switch (frame.kind) {
      case "call":
        this.#connections.count(frame);
        if (frame.direction === "out" && wasSent(frame)) this.#seeCall(frame, found);
        return;
      case "callResult":
      case "callError":
        this.#connections.count(frame);
        if (frame.direction === "in" && frame.pair !== null) this.#seeAnswer(frame, frame.pair, found);
        return;
      case "opened":
        keep(found, this.#connections.opened(frame));
        return;
      case "closed":
      case "refused":
        this.#giveUp(frame.station, found);
        this.#open.delete(frame.station);
        keep(
          found,
          frame.kind === "closed" ? this.#connections.closed(frame) : this.#connections.refused(frame),
        );
        return;
      case "callResultError":
      case "send":
      case "fault":
        this.#connections.count(frame);
        return;
    }
  }

  #seeCall(frame: FrameRecord, found: Found): void {
    // One CALL is open at a time (OCPP-J 1.6 §4.1.1, Part 4 §4.1.1): a new one means the last timed out.
    this.#giveUp(frame.station, found);
    if (!isWanted(frame)) return;
    const open = this.#open.get(frame.station) ?? [];
    open.push({ frame, read: false });
    if (open.length > mostOpen) open.shift();
    this.#open.set(frame.station, open);
  }

  #seeAnswer(answer: FrameRecord, request: string, found: Found): void {
    const open = this.#open.get(answer.station);
    const index = open?.findIndex((entry) => entry.frame.id === request) ?? -1;
    const entry = open?.[index];
    if (open === undefined || entry === undefined) return;
    open.splice(index, 1);
    if (open.length === 0) this.#open.delete(answer.station);
    this.#read(entry, answer, found);
  }

  #giveUp(station: string, found: Found): void {
    for (const entry of this.#open.get(station) ?? []) {
      if (entry.read || isCrafted(entry.frame)) continue;
      this.#read(entry, null, found);
      entry.read = true;
      this.#unanswered.set(station, contentOf(entry.frame));
    }
  }

  #read({ frame, read }: Open, answer: FrameRecord | null, found: Found): void {
    const ledger = ledgerOf(frame);
    if (ledger === null || frame.action === null) return;
    // What the station itself says counts in any case; what somebody put into its mouth, when the CSMS took it.
    if (isCrafted(frame) && answer?.kind !== "callResult") return;
    const exchange: Exchange = {
      action: frame.action,
      request: objectOf(frame),
      // Few ledgers ask for it, and this is done for every transaction message.
      get response() {
        if (answer === null) return null;
        return answer.kind === "callResult" ? objectOf(answer) : "refused";
      },
      at: frame.at,
    };
    let change: LedgerChange;
    try {
      change = ledger.read(exchange);
    } catch (error) {
      process.emitWarning(`${frame.action} ${frame.id} could not be read: ${String(error)}`, "LedgerWarning");
      return;
    }
    const unanswered = this.#unanswered.get(frame.station);
    const again = unanswered !== undefined && unanswered === contentOf(frame);
    for (const part of change.transactions) {
      const applied = this.#book.apply(part, frame, { late: read, crafted: isCrafted(frame) });
      if (applied === null) continue;
      const { row, changed, repeated } = applied;
      if (changed) found.transactions.set(row.key, row);
      if (!read && !again && !repeated) found.events.push(eventRow(part, row, frame));
    }
    if (!read && !again)
      for (const sample of change.samples) {
        const row = this.#book.sampleRow(sample, frame.station);
        if (row !== null) found.samples.push(row);
      }
    if (!read && answer?.kind === "callResult") this.#unanswered.delete(frame.station);
  }
}

function keep(found: Found, row: ConnectionRow | null): void {
  if (row !== null) found.connections.set(row.key, row);
}

function ledgerOf(frame: FrameRecord): Ledger | null {
  return dialectEntry(frame.dialect).ledger;
}

function isWanted(frame: FrameRecord): boolean {
  return frame.action !== null && wasSent(frame) && ledgerOf(frame)?.actions.has(frame.action) === true;
}

function isCrafted({ marks }: FrameRecord): boolean {
  return marks.includes("crafted");
}

/** Action and payload as sent, without the message id. */
function contentOf(frame: FrameRecord): string {
  return frame.raw.slice(frame.raw.indexOf(frame.action ?? ""));
}

function isGone({ reason }: Ending): boolean {
  return reason === "station-deleted" || reason === "station-lost";
}
