import type { BootReason } from "../messages/fact.ts";
import type { StationState } from "../state.ts";
import { cancelAllTimers, setTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";

/** The station comes back after a restart of its own. */
export const restartTimer = stationTimer("restart");

/** How long a restart takes, seconds. */
const restartSeconds = 1;

export function powerOn(station: StationState): void {
  if (station.power === "off") start(station, "PowerUp");
}

/** A power cut: energy and link are gone at once; what the CSMS must know of it waits in the memory. */
export function powerOff(station: StationState): void {
  if (station.power === "off") return;
  station.power = "off";
  for (const { poweredOff } of station.blocks) poweredOff?.(station);
  cancelAllTimers(station);
}

/** Restarts by itself; comes back after a moment with this reason for the boot. */
export function restart(station: StationState, reason: BootReason): void {
  powerOff(station);
  station.power = "restarting";
  station.boot.reason = reason;
  setTimer(station, restartTimer, restartSeconds);
}

export function onRestartTimer(station: StationState): void {
  if (station.power === "restarting") start(station, station.boot.reason);
}

function start(station: StationState, reason: BootReason): void {
  station.power = "on";
  station.boot.reason = reason;
  for (const { poweredOn } of station.blocks) poweredOn?.(station);
}
