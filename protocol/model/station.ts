import { notice } from "./messages/act.ts";
import { dropWaiting, presentToken } from "./authorization/present-token.ts";
import { sendBoot } from "./provisioning/boot.ts";
import { plugIn, resumeByEv, suspendByEv, unplug } from "./transactions/cable.ts";
import { onConnectionTimeout, onFullTimer } from "./transactions/charging.ts";
import type { Command } from "./messages/command.ts";
import { createState } from "./create-state.ts";
import type { StationDescription } from "./description.ts";
import type { ConnectorAddress, StationEvent } from "./messages/event.ts";
import { breakDown, repair } from "./availability/connector-fault.ts";
import { onHeartbeatTimer } from "./provisioning/heartbeat.ts";
import { onCalled } from "./messages/incoming.ts";
import {
  dropLink,
  loseLink,
  onConnected,
  onDisconnected,
  onReconnectTimer,
  reconnect,
} from "./link/connection.ts";
import { pump, tell } from "./messages/outbox.ts";
import { onAnswered } from "./messages/outcome.ts";
import { onRestartTimer, powerOff, powerOn } from "./provisioning/power-supply.ts";
import { onResetTimer, restartIfReady } from "./provisioning/reset.ts";
import { onAlignedTimer, onSampleTimer } from "./metering/sampling.ts";
import { onSettingChanged } from "./configuration/setting-effects.ts";
import { forceSetting } from "./configuration/settings.ts";
import type { StationSnapshot } from "./snapshot.ts";
import type { EvseState, Place, StationState } from "./state.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { findConnector } from "./remote-control/unlock.ts";
import type { Version } from "./version.ts";

export interface StationOptions {
  description: StationDescription;
  /** Settings that differ from the version's defaults, by name. */
  settings: Record<string, string>;
  seed: number;
  version: Version;
  /** Epoch ms. Part of what determines transaction ids, so that a later life does not repeat them (E01.FR.08). */
  now: number;
}

export interface Station {
  /** @param at epoch ms, never earlier than at the event before */
  handle(event: StationEvent, at: number): Command[];
  /** Does not change the station, however often it is asked. */
  snapshot(at: number): StationSnapshot;
  /** The password to log in with if settings hold one, else null and the configured one is in force. */
  password(): string | null;
}

/** A charging station as a state machine: same options, same events, same commands. */
export function createStation(options: StationOptions): Station {
  const station = createState(options);
  return {
    handle(event, at) {
      station.now = Math.max(station.now, at);
      station.commands = [];
      dispatch(station, event);
      restartIfReady(station);
      pump(station);
      return station.commands;
    },
    snapshot: (at) => takeSnapshot(station, Math.max(at, station.now)),
    password: () => password(station),
  };
}

function password(station: StationState): string | null {
  for (const [key, spec] of station.version.settings) {
    if (spec.password) return station.settings.stored.get(key) ?? null;
  }
  return null;
}

function dispatch(station: StationState, event: StationEvent): void {
  switch (event.kind) {
    case "power-on":
      powerOn(station);
      return;
    case "power-off":
      powerOff(station);
      return;
    case "plug-in":
      at(station, event, (place) => {
        plugIn(station, place, event.ev ?? {});
      });
      return;
    case "unplug":
      at(station, event, (place) => {
        unplug(station, place);
      });
      return;
    case "present-token":
      onToken(station, event);
      return;
    case "ev-suspend":
      at(station, event, (place) => {
        suspendByEv(station, place);
      });
      return;
    case "ev-resume":
      at(station, event, (place) => {
        resumeByEv(station, place);
      });
      return;
    case "fault":
      at(station, event, (place) => {
        breakDown(station, place, event.errorCode ?? "OtherError");
      });
      return;
    case "clear-fault":
      at(station, event, (place) => {
        repair(station, place);
      });
      return;
    case "connected":
      onConnected(station);
      return;
    case "disconnected":
      onDisconnected(station);
      return;
    case "called":
      onCalled(station, event.callId, event.action, event.payload);
      return;
    case "answered":
      if (event.outcome.kind === "not-sent" && event.outcome.offline === true) loseLink(station);
      onAnswered(station, event.ref, event.outcome);
      return;
    case "sent":
      return;
    case "timer":
      onTimer(station, event.name);
      return;
    case "craft":
      tell(station, { kind: "crafted", action: event.action, payload: event.payload });
      return;
    case "drop-link":
      dropLink(station);
      return;
    case "reconnect":
      reconnect(station);
      return;
    case "keep-back":
      station.outbox.keepBack = event.on;
      return;
    case "set-setting":
      onSetSetting(station, event.name, event.value);
  }
}

function at(station: StationState, address: ConnectorAddress, act: (place: Place) => void): void {
  const place = findConnector(station, address.evse, address.connector);
  if (place) act(place);
  else
    notice(station, "warning", `There is no connector ${String(address.evse)}.${String(address.connector)}.`);
}

function onToken(station: StationState, event: Extract<StationEvent, { kind: "present-token" }>): void {
  const evse = event.evse === undefined ? null : (station.evses[event.evse - 1] ?? null);
  if (station.power !== "on") notice(station, "warning", "The reader is dead: the station is off.");
  else if (event.evse !== undefined && !evse) {
    notice(station, "warning", `There is no EVSE ${String(event.evse)}.`);
  } else presentToken(station, event.token, evse);
}

function onSetSetting(station: StationState, name: string, value: string | null): void {
  const result = forceSetting(station, name, value);
  const spec = station.version.settings.get(name.toLowerCase());
  if (result === "accepted" && spec) onSettingChanged(station, spec);
  else notice(station, "warning", `Setting ${name} was not changed: ${result}.`);
}

/** A timer that was cancelled, or never set, may still fire; it is ignored. */
function onTimer(station: StationState, timer: string): void {
  if (!station.timers.delete(timer)) return;
  const [name, number] = timer.split(":");
  const evse = number === undefined ? undefined : station.evses[Number(number) - 1];
  if (evse) onEvseTimer(station, evse, name ?? "");
  else if (timer === "connection:0") dropWaiting(station, "EVConnectTimeout", "Timeout", null);
  else onStationTimer(station, timer);
}

function onEvseTimer(station: StationState, evse: EvseState, name: string): void {
  if (name === "sample") onSampleTimer(station, evse);
  if (name === "full") onFullTimer(station, evse);
  if (name === "connection") onConnectionTimeout(station, evse);
}

function onStationTimer(station: StationState, name: string): void {
  switch (name) {
    case "heartbeat":
      onHeartbeatTimer(station);
      return;
    case "boot":
      sendBoot(station);
      return;
    case "reconnect":
      onReconnectTimer(station);
      return;
    case "aligned":
      onAlignedTimer(station);
      return;
    case "reset":
      onResetTimer(station);
      return;
    case "restart":
      onRestartTimer(station);
      return;
    default:
    // "retry" has done its work by waking the outbox.
  }
}
