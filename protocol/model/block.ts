import type { Parameters } from "./configuration/parameters.ts";
import type { EventHandlers } from "./messages/event-handlers.ts";
import type { Outcome } from "./messages/event.ts";
import type { Fact } from "./messages/fact.ts";
import type { ConnectorSnapshot, StationSnapshot } from "./snapshot.ts";
import type { ConnectorState, EvseState, StationState } from "./state.ts";
import type { StationOptions } from "./station-options.ts";
import type { TimerHandler } from "./timers/timer.ts";

/**
 * A part of what a station does, as the specifications divide it: what it adds to the state, and what it reacts to. All are
 * listed once, in `blocks.ts`; where several react, they do so in the order of that list.
 */
export interface Block {
  /** What it adds to a station, an EVSE and a connector that have just been made. Plain data. */
  readonly station?: (options: StationOptions) => Partial<StationState>;
  readonly evse?: (options: StationOptions, id: number) => Partial<EvseState>;
  readonly connector?: () => Partial<ConnectorState>;
  /** Members of these that do not outlive the process. */
  readonly fleeting?: readonly string[];
  /** Members of the station that are large and seldom change: they are kept apart from the others. */
  readonly large?: readonly (keyof StationState)[];

  /** What may happen to the station. */
  readonly events?: EventHandlers;
  readonly timers?: readonly TimerHandler[];
  /** When the station is made, after all blocks have added their state. */
  readonly created?: (station: StationState, options: StationOptions) => void;
  /** After `created`, when the state of an earlier life has come back. */
  readonly restored?: (station: StationState, options: StationOptions) => void;
  /** The station has another password to log in with. */
  readonly passwordChanged?: (station: StationState) => void;
  /** A setting that drives this parameter has a new value in force. */
  readonly settingChanged?: { readonly [P in keyof Parameters]?: (station: StationState) => void };
  readonly poweredOn?: (station: StationState) => void;
  /** Energy and link are gone at once; timers are cancelled afterwards. */
  readonly poweredOff?: (station: StationState) => void;
  /** A transaction of this EVSE has ended; null: it had come to none. */
  readonly transactionEnded?: (station: StationState, evse: EvseState | null) => void;
  /** The CSMS has accepted the boot. @param first whether it had not done so since the station was switched on */
  readonly bootAccepted?: (station: StationState, first: boolean) => void;
  /** A transaction of this EVSE has begun, or one that had begun elsewhere has come to it. */
  readonly transactionStarted?: (station: StationState, evse: EvseState) => void;
  /** What became of the message about a fact. */
  readonly answered?: {
    readonly [K in Fact["kind"]]?: (
      station: StationState,
      fact: Extract<Fact, { kind: K }>,
      outcome: Outcome,
    ) => void;
  };
  /** The CSMS may never hear of a fact that waited, or was under way, when the link broke. */
  readonly dropped?: (station: StationState, fact: Fact) => void;
  /** An event has been handled, and nothing of what follows from it has been sent yet. */
  readonly handled?: (station: StationState) => void;

  /** What a person sees of it. Changes nothing. @param at epoch ms */
  readonly snapshot?: (station: StationState, at: number) => Partial<StationSnapshot>;
  readonly connectorSnapshot?: (
    station: StationState,
    evse: EvseState,
    connector: ConnectorState,
    at: number,
  ) => Partial<ConnectorSnapshot>;
}
