import { emit, notice } from "../messages/act.ts";
import { resumeBoot } from "../provisioning/boot.ts";
import { armHeartbeat, disarmHeartbeat } from "../provisioning/heartbeat.ts";
import { onLinkLost } from "../outbox/answered.ts";
import type { StationState } from "../state.ts";
import { cancelTimer, isSet, setTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";
import { backOff } from "./back-off.ts";
import { reportAll, reportChanges } from "../availability/status.ts";

/** The next attempt to connect. */
export const reconnectTimer = stationTimer("reconnect");

export function onConnected(station: StationState): void {
  if (station.power !== "on" || station.link.online) return;
  const { link, parameters } = station;
  cancelTimer(station, reconnectTimer);
  const away = (station.now - link.lostAt) / 1000;
  link.online = true;
  link.failures = 0;
  configureLink(station);
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
  if (station.power !== "on" || station.link.held || isSet(station, reconnectTimer)) return;
  setTimer(station, reconnectTimer, backOff(station));
  station.link.failures++;
}

/** Nothing can be said any more: what waits stays as it is, and no attempt is counted. */
export function loseLink(station: StationState): void {
  if (!station.link.online) return;
  station.link.online = false;
  station.link.lostAt = station.now;
  onLinkLost(station);
  disarmHeartbeat(station);
}

export function onReconnectTimer(station: StationState): void {
  if (!station.link.online && !station.link.held) emit(station, { kind: "connect" });
}

/** The operator cuts the link and keeps it cut. */
export function dropLink(station: StationState): void {
  station.link.held = true;
  cancelTimer(station, reconnectTimer);
  emit(station, { kind: "disconnect", reason: "dropped on purpose", cut: true });
  loseLink(station);
}

export function reconnect(station: StationState): void {
  station.link.held = false;
  station.link.failures = 0;
  cancelTimer(station, reconnectTimer);
  if (station.power !== "on") notice(station, "warning", "The station is off.");
  else if (!station.link.online) emit(station, { kind: "connect" });
}

/** Closes the link in good order and opens it again, as a new password demands (A01.FR.04). */
export function renewLink(station: StationState): void {
  if (!station.link.online) return;
  emit(station, { kind: "disconnect", reason: "logging in anew" });
  loseLink(station);
  setTimer(station, reconnectTimer, 1);
}

/** Tells the open link what concerns it. */
export function configureLink(station: StationState): void {
  const { link, parameters } = station;
  if (link.online) emit(station, { kind: "configure-link", pingInterval: parameters.pingInterval });
}
