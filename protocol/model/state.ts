import type { Command } from "./messages/command.ts";
import type { ConnectorDescription, StationDescription } from "./description.ts";
import type { Ev, IdToken } from "./messages/event.ts";
import type { BootReason, ChargingState, TransactionIdentity } from "./messages/fact.ts";
import type { Outbox } from "./messages/outbox.ts";
import type { Parameters } from "./configuration/parameters.ts";
import type { Random } from "./random.ts";
import type { SettingValues } from "./configuration/settings.ts";
import type { BootStatus } from "./snapshot.ts";
import type { TokenInfo } from "./authorization/token.ts";
import type { Version } from "./version.ts";

/** All of a station. Changed in place, only while an event is handled, and only by the functions of this folder. */
export interface StationState {
  readonly description: StationDescription;
  readonly version: Version;
  readonly random: Random;
  readonly seed: number;
  /** Epoch ms of the event that is being handled. */
  now: number;
  /** What the event has led to so far. */
  commands: Command[];
  parameters: Parameters;
  settings: SettingValues;
  /** Names of the timers that run. */
  timers: Set<string>;
  power: "off" | "on" | "restarting";
  link: LinkState;
  boot: BootState;
  outbox: Outbox;
  /** Authorization cache, by token key. */
  cache: Map<string, TokenInfo>;
  evses: EvseState[];
  operative: boolean;
  /** A change of availability that waits for the end of all transactions. */
  scheduled: boolean | null;
  /** The station's own status as last reported. */
  reported: string | null;
  /** An authorization that no EVSE was named for and that waits for a cable. */
  waiting: Waiting | null;
  reset: PendingReset | null;
  /** Counts cables plugged in. */
  plugged: number;
  /** Options that made no sense, told when the station is switched on. */
  complaints: string[];
}

export interface LinkState {
  online: boolean;
  /** The operator cut the link; no reconnect until told. */
  held: boolean;
  /** Epoch ms since when there is no link. */
  lostAt: number;
  /** Failed attempts since the last success. */
  failures: number;
}

export interface BootState {
  status: BootStatus;
  reason: BootReason;
  /** Epoch ms before which it must not be tried again (B03.FR.02). */
  notBefore: number;
}

export interface EvseState {
  /** From 1. */
  readonly id: number;
  readonly connectors: ConnectorState[];
  readonly meter: MeterState;
  operative: boolean;
  /** A change of availability that waits for the end of a transaction. */
  scheduled: boolean | null;
  chargingState: ChargingState;
  authorization: Authorization | null;
  transaction: Transaction | null;
}

export interface ConnectorState {
  readonly evse: number;
  /** From 1. */
  readonly id: number;
  readonly description: ConnectorDescription;
  /** The car at the other end of the cable, if any. */
  ev: EvState | null;
  /** 1.6 ChargePointErrorCode. */
  fault: string | null;
  operative: boolean;
  /** A change of availability that waits for the end of a transaction. */
  scheduled: boolean | null;
  /** Order in which cables were plugged in; a token shown without naming an EVSE goes to the latest. */
  pluggedAt: number;
  /** The session is over and the cable still in. */
  finished: boolean;
  /** Status word as last reported. */
  reported: string | null;
}

export interface EvState extends Ev {
  suspended: boolean;
}

export interface MeterState {
  /** Wh, with fraction; never decreases. */
  register: number;
  /** Epoch ms up to which the register is right. */
  at: number;
  /** Epoch ms since when energy flows, null when it does not. */
  flowingSince: number | null;
}

export interface Authorization {
  token: IdToken;
  group: IdToken | null;
  remoteStartId: number | null;
  /** Given by a remote start rather than at the station. */
  remote: boolean;
  /** Found invalid later, or the cable was pulled: no energy, though the transaction may go on. */
  revoked: boolean;
}

export interface Transaction extends TransactionIdentity {
  startedAt: number;
  /** Register at the start, Wh. */
  meterStart: number;
  /** seqNo of the next fact. */
  seqNo: number;
  holder: IdToken | null;
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

export interface PendingReset {
  /** Waits for transactions to end by themselves. */
  onIdle: boolean;
  reason: BootReason;
}

/** What an EVSE and its connectors need to be told apart by. */
export interface Place {
  evse: EvseState;
  connector: ConnectorState;
}
