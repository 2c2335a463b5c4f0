import type { Authorization } from "../authorization/state.ts";
import type { Ev, IdToken } from "../messages/event.ts";
import type { OnPowerLoss } from "./power-loss.ts";
import type { ChargingState, TransactionIdentity } from "../messages/fact.ts";

export interface TransactionsOfStation {
  /** An authorization that no EVSE was named for and that waits for a cable. */
  waiting: Waiting | null;
  /** Counts cables plugged in. */
  plugged: number;
  readonly onPowerLoss: OnPowerLoss;
  /** Counts transactions. */
  transactions: number;
}

export interface TransactionsOfEvse {
  chargingState: ChargingState;
  transaction: Transaction | null;
}

export interface TransactionsOfConnector {
  /** The car at the other end of the cable, if any. */
  ev: EvState | null;
  /** Order in which cables were plugged in; a token shown without naming an EVSE goes to the latest. */
  pluggedAt: number;
  /** The session is over and the cable still in. */
  finished: boolean;
}

export interface EvState extends Ev {
  suspended: boolean;
}

export interface Transaction extends TransactionIdentity {
  /** Register at the start, Wh. */
  meterStart: number;
  /** seqNo of the next fact. */
  seqNo: number;
  idToken: IdToken | null;
  group: IdToken | null;
  evseTold: boolean;
  beginTold: boolean;
  phasesTold: boolean;
  /** Register at which energy ends after the token was found invalid. */
  energyLimit: number | null;
  /** Where it takes place; 0 while no EVSE is known. */
  evse: number;
  connector: number;
}

export interface Waiting {
  authorization: Authorization;
  /** 2.x with start point Authorized: the transaction runs before any EVSE is known. */
  transaction: Transaction | null;
}
