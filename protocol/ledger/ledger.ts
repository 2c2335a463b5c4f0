import type { JsonObject } from "../wire/frame.ts";

/**
 * Reads transactions and meter samples out of what went over the wire. Pure and without memory: whoever keeps the rows
 * finds the row that a change belongs to (by transaction id, or for a start without id by EVSE and time).
 */
export interface Ledger {
  /** The actions that it can read; others never change anything. */
  actions: ReadonlySet<string>;
  read(exchange: Exchange): LedgerChange;
}

/** A completed exchange that the station began. */
export interface Exchange {
  action: string;
  request: JsonObject;
  /** Payload of the CALLRESULT. `refused`: the answer was a CALLERROR. Null: none came. */
  response: JsonObject | "refused" | null;
  /** Epoch ms of the request; used where the message has no readable time of its own. */
  at: number;
}

export interface LedgerChange {
  transactions: TransactionChange[];
  samples: LedgerSample[];
}

export interface TransactionChange {
  phase: "started" | "updated" | "ended";
  /** As in the message, as text. Null: a start of 1.6. "-1": a stop of 1.6 whose start never got an id. */
  transactionId: string | null;
  /** What the answer to a start of 1.6 gave; null as long as it gave none, and in 2.x. */
  givenId: string | null;
  /** Whether the message says enough to be the first that is heard of a transaction. */
  opens: boolean;
  /** Epoch ms, as the message says. */
  at: number;
  /** Null when the message does not say. */
  evse: number | null;
  connector: number | null;
  idToken: string | null;
  /** Wh. In 2.x it may come with a later event than the start. */
  meterStart: number | null;
  /** Wh; of an end. */
  meterStop: number | null;
  stoppedReason: string | null;
}

export interface LedgerSample {
  /** Epoch ms. */
  at: number;
  /** Null when the message does not say; then it is the transaction's. */
  evse: number | null;
  connector: number | null;
  transactionId: string | null;
  measurand: string;
  phase: string | null;
  location: string | null;
  unit: string;
  context: string;
  value: number;
}
