import type { ConnectorAddress, IdToken } from "./messages/event.ts";

/** The state of a connector as a person names it; each version maps it to its own words. */
export type ConnectorStatus =
  | "Available"
  | "Preparing"
  | "Charging"
  | "SuspendedEV"
  | "SuspendedEVSE"
  | "Finishing"
  | "Reserved"
  | "Unavailable"
  | "Faulted";

export type BootStatus = "Accepted" | "Pending" | "Rejected" | "None";

/** A station at one moment, plain data for the UI and the API. */
export interface StationSnapshot {
  /** Epoch ms. */
  at: number;
  powered: boolean;
  online: boolean;
  boot: BootStatus;
  /** Messages that wait for the CSMS. */
  queued: number;
  /** A CALL of ours that is not answered yet. */
  awaiting: string | null;
  connectors: ConnectorSnapshot[];
  settings: SettingSnapshot[];
}

export interface ConnectorSnapshot extends ConnectorAddress {
  /** Connector type, e.g. "cType2". */
  type: string;
  /** Rated power, W. */
  maxPower: number;
  status: ConnectorStatus;
  errorCode: string | null;
  cable: boolean;
  operative: boolean;
  /** Power now, W. */
  power: number;
  /** Register of the EVSE's meter, Wh. */
  energy: number;
  /** State of charge of the connected EV, percent. */
  soc: number | null;
  transaction: TransactionSnapshot | null;
}

export interface TransactionSnapshot {
  /** 1.6: the CSMS's integer, as text, null until it answered. 2.x: the station's own id. */
  id: string | null;
  token: IdToken | null;
  startedAt: number;
  /** Wh since the start. */
  energy: number;
  chargingState: string;
  seqNo: number;
}

export interface SettingSnapshot {
  /** 1.6: the key. 2.x: `Component.Variable`, with `[instance]` after the part that has one. */
  name: string;
  /** Null for write-only ones. */
  value: string | null;
  readOnly: boolean;
  unit?: string;
}
