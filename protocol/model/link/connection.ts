import { cancelTimer, emit, notice, setTimer } from "../messages/act.ts";
import { resumeBoot } from "../provisioning/boot.ts";
import { armHeartbeat } from "../provisioning/heartbeat.ts";
import { onLinkLost } from "../messages/outcome.ts";
import type { StationState } from "../state.ts";
import { reportAll, reportChanges } from "../availability/status.ts";

export function onConnected(station: StationState): void {
  if (station.power !== "on" || station.link.online) return;
  const { link, parameters } = station;
  cancelTimer(station, "reconnect");
  const away = (station.now - link.lostAt) / 1000;
  link.online = true;
  link.failures = 0;
  emit(station, { kind: "configure-link", pingInterval: parameters.pingInterval });
  if (station.boot.status !== "Accepted") {
    resumeBoot(station);
    return;
  }
  if (away > parameters.offlineThreshold) reportAll(station);
  else reportChanges(station);
  armHeartbeat(station);
}

export function onDisconnected(station: StationState): void {
  loseLink(station);
  if (station.power !== "on" || station.link.held || station.timers.has("reconnect")) return;
  setTimer(station, "reconnect", backOff(station));
  station.link.failures++;
}

/** Nothing can be said any more: what waits stays as it is, and no attempt is counted. */
export function loseLink(station: StationState): void {
  if (!station.link.online) return;
  station.link.online = false;
  station.link.lostAt = station.now;
  onLinkLost(station);
  cancelTimer(station, "heartbeat");
}

/**
 * Seconds until the next attempt: a minimum that doubles with each failure, so many times at most, plus a random part
 * that is new each time (Part 4 §5.3). 1.6 prescribes nothing; its stations do the same with constants.
 */
function backOff(station: StationState): number {
  const { backOffMinimum, backOffRandom, backOffRepeats } = station.parameters;
  const doubled = Math.min(station.link.failures, backOffRepeats, 16);
  return backOffMinimum * 2 ** doubled + station.random.fraction() * backOffRandom;
}

export function onReconnectTimer(station: StationState): void {
  if (!station.link.online && !station.link.held) emit(station, { kind: "connect" });
}

/** The operator cuts the link and keeps it cut. */
export function dropLink(station: StationState): void {
  station.link.held = true;
  cancelTimer(station, "reconnect");
  emit(station, { kind: "disconnect", reason: "dropped on purpose", cut: true });
  loseLink(station);
}

export function reconnect(station: StationState): void {
  station.link.held = false;
  station.link.failures = 0;
  cancelTimer(station, "reconnect");
  if (station.power !== "on") notice(station, "warning", "The station is off.");
  else if (!station.link.online) emit(station, { kind: "connect" });
}

/** Closes the link in good order and opens it again, as a new password demands (A01.FR.04). */
export function renewLink(station: StationState): void {
  if (!station.link.online) return;
  emit(station, { kind: "disconnect", reason: "logging in anew" });
  loseLink(station);
  setTimer(station, "reconnect", 1);
}
