import type { IdToken } from "./event.ts";
import type { MeterReading } from "../metering/meter-value.ts";
import type { ConnectorStatus } from "../snapshot.ts";
import type { JsonObject } from "../../wire/frame.ts";

/**
 * What a station has to tell its CSMS, in words of no version. Facts wait in the outbox; a version turns each into its
 * message at the moment it is sent, or has no message for it. The vocabulary is the superset: connector states as in
 * 1.6, trigger and stop reasons as in 2.x.
 */
export type Fact =
  | BootFact
  | { kind: "heartbeat" }
  | StatusFact
  | AuthorizeFact
  | TransactionFact
  | MeterValuesFact
  | ReportFact
  /** How an update of the firmware stands; always idle as long as there are none. */
  | { kind: "firmware-status" }
  /** How an upload of diagnostics stands (1.6); always idle as long as there are none. */
  | { kind: "diagnostics-status" }
  /** How an upload of a log stands; always idle as long as there are none. */
  | { kind: "log-status" }
  | CraftedFact;

export type BootReason =
  "PowerUp" | "RemoteReset" | "ScheduledReset" | "LocalReset" | "Triggered" | "Unknown";

export interface BootFact {
  kind: "boot";
  reason: BootReason;
}

export interface StatusFact {
  kind: "status";
  /** 0 = the station itself. */
  evse: number;
  connector: number;
  status: ConnectorStatus;
  /** A cable connects station and EV. */
  cable: boolean;
  /** 1.6 ChargePointErrorCode; null = no error. */
  errorCode: string | null;
  at: number;
}

export interface AuthorizeFact {
  kind: "authorize";
  token: IdToken;
  /** Where the token was shown, if that is known. */
  evse: number | null;
  /** Set when a remote start asked for it. */
  remote: { startId: number | null } | null;
}

/** As in 2.1; `TxResumed` is only there. */
export type TriggerReason =
  | "Authorized"
  | "StopAuthorized"
  | "Deauthorized"
  | "CablePluggedIn"
  | "EVConnectTimeout"
  | "EVCommunicationLost"
  | "ChargingStateChanged"
  | "MeterValuePeriodic"
  | "MeterValueClock"
  | "RemoteStart"
  | "RemoteStop"
  | "ResetCommand"
  | "UnlockCommand"
  | "Trigger"
  | "TxResumed"
  | "AbnormalCondition";

/** As in 2.x; `SoftReset` is 1.6's, where a soft reset ends transactions at once as well. */
export type StopReason =
  | "Local"
  | "Remote"
  | "EVDisconnected"
  | "DeAuthorized"
  | "ImmediateReset"
  | "SoftReset"
  | "PowerLoss"
  | "StoppedByEV"
  | "Timeout"
  | "UnlockCommand"
  | "GroundFault"
  | "OvercurrentFault"
  | "Other";

export type ChargingState = "Idle" | "EVConnected" | "Charging" | "SuspendedEV" | "SuspendedEVSE";

/** The transaction that facts refer to. `id` may become known only after facts about it were queued. */
export interface TransactionIdentity {
  /** Counts the transactions of a station. */
  readonly key: number;
  /** 1.6: the CSMS's integer as text; null = not known yet. 2.x: the station's own, from the start. */
  id: string | null;
  /** 1.6: the start was given up, so no id will ever come. */
  startFailed: boolean;
  remoteStartId: number | null;
  /** Epoch ms. */
  readonly startedAt: number;
}

export interface TransactionFact {
  kind: "transaction";
  phase: "started" | "updated" | "ended";
  transaction: TransactionIdentity;
  trigger: TriggerReason;
  chargingState: ChargingState;
  at: number;
  seqNo: number;
  /** The station had no link when it happened. */
  offline: boolean;
  /** Where it takes place; 0 while unknown. */
  evse: number;
  connector: number;
  /** The CSMS has to be told of EVSE and connector with this fact (E01.FR.16). */
  tellEvse: boolean;
  /** The token to tell with this fact (E03.FR.01, E07.FR.02). */
  token: IdToken | null;
  /** Whom the transaction is charged to, told or not; null when nobody was authorized. */
  idToken: IdToken | null;
  tellRemoteStart: boolean;
  stoppedReason: StopReason | null;
  /** Register of the EVSE, Wh. */
  meter: number;
  /** Phases in use, told when energy starts to flow (E02.FR.18). */
  phases: number | null;
  readings: MeterReading[];
}

/** Meter values outside transaction messages. */
export interface MeterValuesFact {
  kind: "meter-values";
  /** 0 = the station's main meter. */
  evse: number;
  transaction: TransactionIdentity | null;
  readings: MeterReading[];
}

/** Part of a report on settings; what it says is the version's own. */
export interface ReportFact {
  kind: "report";
  action: string;
  payload: JsonObject;
}

/** The operator's own CALL, sent as it is. */
export interface CraftedFact {
  kind: "crafted";
  action: string;
  payload: JsonObject;
}
