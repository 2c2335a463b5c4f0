import type { Command } from "./command.ts";
import type { StationState } from "../state.ts";

/** Adds to what the present event leads to. */
export function emit(station: StationState, command: Command): void {
  station.commands.push(command);
}

export function notice(station: StationState, level: "info" | "warning" | "error", text: string): void {
  station.commands.push({ kind: "notice", level, text });
}

/** Sets or moves a timer. @param seconds from now */
export function setTimer(station: StationState, name: string, seconds: number): void {
  station.timers.add(name);
  emit(station, { kind: "set-timer", name, at: station.now + Math.round(Math.max(0, seconds) * 1000) });
}

export function cancelTimer(station: StationState, name: string): void {
  if (station.timers.delete(name)) emit(station, { kind: "cancel-timer", name });
}

export function cancelAllTimers(station: StationState): void {
  for (const name of station.timers) emit(station, { kind: "cancel-timer", name });
  station.timers.clear();
}
