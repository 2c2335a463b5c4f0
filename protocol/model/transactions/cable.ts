import { activeConnector } from "../evse.ts";
import type { ConnectorOfEvse } from "../evse.ts";
import { notice } from "../messages/act.ts";
import {
  closePowerPath,
  connectionTimer,
  endTransaction,
  offerEnergy,
  setChargingState,
  startsAt,
  stopsAt,
  switchEnergy,
} from "./charging.ts";
import type { ConnectorAddress, Ev } from "../messages/event.ts";
import { isOperative, reportStatus } from "../availability/status.ts";
import type { EvseState, StationState } from "../state.ts";
import { cancelTimer } from "../timers/set-timer.ts";
import { adoptWaiting } from "./waiting.ts";
import { startTransaction, updateTransaction } from "./transaction.ts";

/** A common AC car. */
const usualEv: Ev = { capacity: 60_000, soc: 35, maxPower: 11_000, phases: 3 };

export function plugIn(
  station: StationState,
  { evse, connector }: ConnectorOfEvse,
  { ev = {} }: ConnectorAddress & { ev?: Partial<Ev> },
): void {
  if (connector.ev) {
    notice(station, "warning", `A cable is plugged in at ${place(evse.id, connector.id)} already.`);
    return;
  }
  connector.ev = { ...usualEv, ...ev, suspended: false };
  connector.ev.soc = Math.min(100, Math.max(0, connector.ev.soc));
  connector.finished = false;
  connector.pluggedAt = ++station.plugged;
  if (station.power !== "on") return;
  const other = evse.connectors.some((each) => each !== connector && each.ev);
  const elsewhere = evse.transaction !== null && ![0, connector.id].includes(evse.transaction.connector);
  if (other || elsewhere || !isUsable(station, { evse, connector })) {
    reportStatus(station, evse, connector);
    return;
  }
  connect(station, { evse, connector });
}

/** The cable links an EV and an EVSE that may serve it (E02, E03). */
function connect(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  adoptWaiting(station, evse);
  cancelTimer(station, connectionTimer(evse));
  evse.chargingState = "EVConnected";
  const { authorization, transaction } = evse;
  // The message after a remote start says so, even if the cable came later (F01.FR.19).
  const remote = authorization?.remote === true && !transaction;
  if (transaction) transaction.connector = connector.id;
  reportStatus(station, evse, connector);
  if (transaction) updateTransaction(station, evse, transaction, "CablePluggedIn");
  else if (startsAt(station, "EVConnected")) {
    startTransaction(station, evse, authorization, remote ? "RemoteStart" : "CablePluggedIn");
  }
  closePowerPath(station, evse, remote ? "RemoteStart" : "ChargingStateChanged");
}

/** The connector is in order again: a cable that has waited for that is served. */
export function serve(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  const waits = connector.ev !== null && !connector.finished && activeConnector(evse) === connector;
  const elsewhere = evse.transaction !== null && evse.transaction.connector > 0;
  if (waits && !elsewhere && isUsable(station, { evse, connector })) {
    connect(station, { evse, connector });
  } else reportStatus(station, evse, connector);
}

function isUsable(station: StationState, { evse, connector }: ConnectorOfEvse): boolean {
  if (connector.fault !== null) return false;
  return evse.transaction !== null || isOperative(station, evse, connector);
}

export function unplug(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  if (!connector.ev) {
    notice(station, "warning", `No cable is plugged in at ${place(evse.id, connector.id)}.`);
    return;
  }
  const inSession = station.power === "on" && activeConnector(evse) === connector;
  if (!inSession) release(station, { evse, connector });
  else if (evse.transaction && evse.authorization && !evse.authorization.revoked) {
    unplugWhileAuthorized(station, { evse, connector });
  } else unplugAfterwards(station, { evse, connector });
}

/** The driver may still charge, so the cable is locked and was pulled at the EV's side (E09, E10, 1.6 C §5.18). */
function unplugWhileAuthorized(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  switchEnergy(station, evse, "SuspendedEV");
  reportStatus(station, evse, connector);
  if (endsWithoutEv(station)) {
    endTransaction(station, evse, "EVCommunicationLost", "EVDisconnected", null, "Idle");
    release(station, { evse, connector });
    return;
  }
  connector.ev = null;
  goOnWithoutEv(station, evse);
  reportStatus(station, evse, connector);
}

function endsWithoutEv(station: StationState): boolean {
  if (stopsAt(station, "EVConnected", "PowerPathClosed")) return true;
  return station.parameters.stopOnEvDisconnect && stopsAt(station, "Authorized");
}

function goOnWithoutEv(station: StationState, evse: EvseState): void {
  const { authorization, transaction } = evse;
  // E09.FR.01: with this setting the EV may come back, but not charge without a new authorization.
  if (authorization && station.parameters.stopOnEvDisconnect) authorization.revoked = true;
  evse.chargingState = "Idle";
  if (transaction) updateTransaction(station, evse, transaction, "EVCommunicationLost");
}

/** The power is back, and the cable of a transaction that was to go on was pulled meanwhile (E09, E10). */
export function onCableMissing(station: StationState, evse: EvseState): void {
  const mayCharge = evse.authorization !== null && !evse.authorization.revoked;
  if (mayCharge && !endsWithoutEv(station)) goOnWithoutEv(station, evse);
  else endTransaction(station, evse, "EVCommunicationLost", "EVDisconnected", null, "Idle");
}

/** Nobody has a right to charge (any more): the cable was free to go, and with it the transaction ends (E06.FR.02). */
function unplugAfterwards(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  switchEnergy(station, evse, "Idle");
  const ending = evse.transaction;
  if (!ending) {
    evse.authorization = null;
    release(station, { evse, connector });
    return;
  }
  evse.authorization = null;
  connector.ev = null;
  connector.finished = false;
  // The status goes first (E06 S2), so the transaction lets go of the connector before it ends.
  ending.connector = 0;
  reportStatus(station, evse, connector);
  ending.connector = connector.id;
  endTransaction(station, evse, "EVCommunicationLost", "EVDisconnected", null, "Idle");
  release(station, { evse, connector });
}

function release(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  connector.ev = null;
  connector.finished = false;
  if (station.power !== "on") return;
  reportStatus(station, evse, connector);
  // Another cable of the same EVSE may have been waiting for its turn.
  const next = activeConnector(evse);
  if (evse.transaction || !next?.ev) {
    if (!evse.transaction) evse.chargingState = "Idle";
    return;
  }
  if (isUsable(station, { evse, connector: next }) && !next.finished && next !== connector) {
    if (evse.chargingState === "Idle") connect(station, { evse, connector: next });
  }
}

export function suspendByEv(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  if (!connector.ev) return;
  connector.ev.suspended = true;
  const active = station.power === "on" && activeConnector(evse) === connector;
  if (active && evse.chargingState === "Charging") setChargingState(station, evse, "SuspendedEV");
}

export function resumeByEv(station: StationState, { evse, connector }: ConnectorOfEvse): void {
  if (!connector.ev) return;
  connector.ev.suspended = false;
  const active = station.power === "on" && activeConnector(evse) === connector;
  if (active && evse.chargingState === "SuspendedEV") offerEnergy(station, evse);
}

function place(evse: number, connector: number): string {
  return `EVSE ${String(evse)}, connector ${String(connector)}`;
}
