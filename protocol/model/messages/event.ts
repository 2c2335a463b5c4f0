import type { JsonObject } from "../../wire/frame.ts";

/**
 * All that can happen to a station. Physical events, the link, the CSMS's messages, timers and the operator enter by this
 * one door, so a run is determined by its seed and its list of events.
 */
export type StationEvent = PhysicalEvent | LinkEvent | TimerEvent | OperatorEvent;

export interface IdToken {
  idToken: string;
  /** IdTokenEnumType of 2.x; 1.6 has no types and ignores it. */
  type: string;
}

export interface ConnectorAddress {
  /** EVSE number, from 1. In 1.6 each EVSE has one connector and this is the connectorId. */
  evse: number;
  /** Connector number within the EVSE, from 1. */
  connector: number;
}

/** What the EV brings along; defaults describe a common AC car. */
export interface Ev {
  /** Battery capacity, Wh. */
  capacity: number;
  /** State of charge when plugged in, percent. */
  soc: number;
  /** Most that the EV takes, W. */
  maxPower: number;
  /** Phases that the EV's on-board charger uses. */
  phases: 1 | 3;
}

export type PhysicalEvent =
  | { kind: "power-on" }
  | { kind: "power-off" }
  | ({ kind: "plug-in"; ev?: Partial<Ev> } & ConnectorAddress)
  | ({ kind: "unplug" } & ConnectorAddress)
  | { kind: "present-token"; token: IdToken; evse?: number }
  | ({ kind: "ev-suspend" } & ConnectorAddress)
  | ({ kind: "ev-resume" } & ConnectorAddress)
  | ({ kind: "fault"; errorCode?: string } & ConnectorAddress)
  | ({ kind: "clear-fault" } & ConnectorAddress);

export type LinkEvent =
  | { kind: "connected" }
  | { kind: "disconnected"; reason: string }
  /** A CALL of the CSMS that validation let through. */
  | { kind: "called"; callId: string; action: string; payload: JsonObject }
  /** What became of our own CALL `ref`. */
  | { kind: "answered"; ref: number; outcome: Outcome }
  /** 2.1: a SEND of the CSMS. */
  | { kind: "sent"; action: string; payload: JsonObject };

export interface TimerEvent {
  kind: "timer";
  name: string;
}

export type OperatorEvent =
  /** A crafted CALL, sent in turn but otherwise as it is. `ref` comes back in the command. */
  | { kind: "craft"; action: string; payload: JsonObject }
  /** Ends the socket without any message, as a broken network would; stays offline until `reconnect`. */
  | { kind: "drop-link" }
  | { kind: "reconnect" }
  /**
   * While on, what happened in the middle of transactions is kept back and starts and ends overtake it, as a CSMS must
   * be able to bear; when switched off it follows.
   */
  | { kind: "keep-back"; on: boolean }
  /**
   * Sets a configuration key (1.6) or variable (2.x) from the station's side; write-only and read-only ones too. Null: it
   * has its default again.
   */
  | { kind: "set-setting"; name: string; value: string | null }
  /** What a `keep-setting` command told of is written down, by name. */
  | { kind: "settings-kept"; settings: { [name: string]: string } };

/** The outcome of a CALL, as the station sees it. */
export type Outcome =
  | { kind: "result"; payload: JsonObject }
  | { kind: "error"; code: string; description: string; details: unknown }
  /** The answer came but is not valid, and policy `in` is `enforce`. */
  | { kind: "invalid"; text: string }
  | { kind: "timeout" }
  /** Nothing was sent: no link, or policy `out` refused it. */
  | {
      kind: "not-sent";
      reason: string;
      /** The link is gone already, though nobody has said `disconnected` yet. */
      offline?: boolean;
    }
  /** The link broke while the answer was awaited. */
  | { kind: "lost" };
