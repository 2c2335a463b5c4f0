import type { EvseState, StationState } from "../state.ts";

/** A timer of the station, or of one of its EVSEs. */
export interface Timer {
  /** One handler belongs to each kind. */
  readonly kind: string;
  /** EVSE number; null: of the whole station. */
  readonly evse: number | null;
}

/** A timer that each EVSE has. */
export interface EvseTimer {
  (evse: EvseState): Timer;
  readonly kind: string;
}

/** What follows when a timer of that kind fires. */
export interface TimerHandler {
  readonly kind: string;
  fired(station: StationState, evse: EvseState | null): void;
}

/** Declares a timer that a station has once. */
export function stationTimer(kind: string): Timer {
  return { kind, evse: null };
}

/** Declares a timer that each EVSE has. */
export function evseTimer(kind: string): EvseTimer {
  return Object.assign(({ id }: EvseState): Timer => ({ kind, evse: id }), { kind });
}

/** Says what the station does when its timer fires. */
export function onStationTimer({ kind }: Timer, fired: (station: StationState) => void): TimerHandler {
  return { kind, fired };
}

/** Says what the station does when the timer of an EVSE fires. */
export function onEvseTimer(
  { kind }: EvseTimer,
  fired: (station: StationState, evse: EvseState) => void,
): TimerHandler {
  return {
    kind,
    fired: (station, evse) => {
      if (evse) fired(station, evse);
    },
  };
}

/** The name by which the outside knows a timer; it comes back when the timer fires. */
export function timerName({ kind, evse }: Timer): string {
  return evse === null ? kind : `${kind}:${String(evse)}`;
}
