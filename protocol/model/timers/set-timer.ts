import { emit } from "../messages/act.ts";
import type { StationState } from "../state.ts";
import { timerName } from "./timer.ts";
import type { Timer } from "./timer.ts";

/** Sets or moves a timer. @param seconds from now */
export function setTimer(station: StationState, timer: Timer, seconds: number): void {
  const name = timerName(timer);
  station.timers.set(name, timer);
  emit(station, { kind: "set-timer", name, at: station.now + Math.round(Math.max(0, seconds) * 1000) });
}

export function cancelTimer(station: StationState, timer: Timer): void {
  const name = timerName(timer);
  if (station.timers.delete(name)) emit(station, { kind: "cancel-timer", name });
}

export function cancelAllTimers(station: StationState): void {
  for (const name of station.timers.keys()) emit(station, { kind: "cancel-timer", name });
  station.timers.clear();
}

export function isSet(station: StationState, timer: Timer): boolean {
  return station.timers.has(timerName(timer));
}

/** A timer that was cancelled, or never set, may still fire; it is ignored. */
export function onTimer(station: StationState, name: string): void {
  const timer = station.timers.get(name);
  if (!timer) return;
  station.timers.delete(name);
  const evse = timer.evse === null ? null : (station.evses[timer.evse - 1] ?? null);
  for (const { timers = [] } of station.blocks) {
    timers.find(({ kind }) => kind === timer.kind)?.fired(station, evse);
  }
}
