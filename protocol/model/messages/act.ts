import type { StationState } from "../state.ts";
import type { Command } from "./command.ts";

/** Adds to what the present event leads to. */
export function emit(station: StationState, command: Command): void {
  station.commands.push(command);
}

/** A line for the station's own log. */
export function notice(station: StationState, level: "info" | "warning" | "error", text: string): void {
  emit(station, { kind: "notice", level, text });
}
