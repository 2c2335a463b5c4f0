import { activeConnector } from "../evse.ts";
import { notice } from "../messages/act.ts";
import type { IdToken } from "../messages/event.ts";
import type { ChargingState, StopReason, TriggerReason } from "../messages/fact.ts";
import { advance, fullAt } from "../metering/energy.ts";
import { isOperative, reportEvse, reportStatus } from "../availability/status.ts";
import type { Authorization } from "../authorization/state.ts";
import type { EvseState, StationState } from "../state.ts";
import { cancelTimer, setTimer } from "../timers/set-timer.ts";
import { evseTimer } from "../timers/timer.ts";
import type { Timer } from "../timers/timer.ts";
import { closeTransaction, startTransaction, updateTransaction } from "./transaction.ts";

/** The battery should be full. */
export const fullTimer = evseTimer("full");
/** The authorized driver has waited long enough to plug in. */
export const connectionTimer = evseTimer("connection");

export function startsAt(station: StationState, point: string): boolean {
  return station.parameters.startPoints.includes(point);
}

export function stopsAt(station: StationState, ...points: string[]): boolean {
  return points.some((point) => station.parameters.stopPoints.includes(point));
}

/** Cable and authorization are both there: energy may flow (E01.FR.05). */
export function closePowerPath(
  station: StationState,
  evse: EvseState,
  trigger: TriggerReason,
  flowTrigger?: TriggerReason,
): void {
  const connector = activeConnector(evse);
  const { authorization } = evse;
  if (!connector?.ev || connector.fault !== null || !authorization || authorization.revoked) return;
  if (!evse.transaction && !isOperative(station, evse, connector)) return;
  connector.finished = false;
  if (!evse.transaction && startsAt(station, "PowerPathClosed")) {
    evse.chargingState = "SuspendedEVSE";
    startTransaction(station, evse, authorization, trigger);
  }
  offerEnergy(station, evse, flowTrigger);
}

/** The EV takes what is offered, or not. */
export function offerEnergy(station: StationState, evse: EvseState, trigger?: TriggerReason): void {
  const ev = activeConnector(evse)?.ev;
  if (!ev) return;
  setChargingState(station, evse, ev.suspended || ev.soc >= 100 ? "SuspendedEV" : "Charging", trigger);
}

/** Energy begins or ceases to flow; the CSMS hears of each change (E01.FR.18). */
export function setChargingState(
  station: StationState,
  evse: EvseState,
  state: ChargingState,
  trigger: TriggerReason = "ChargingStateChanged",
): void {
  const before = evse.chargingState;
  if (state === before) return;
  switchEnergy(station, evse, state);
  const connector = activeConnector(evse);
  const { authorization, transaction } = evse;
  if (transaction) {
    // E06.FR.07: with this stop point the transaction is over as soon as energy ceases.
    if (before === "Charging" && stopsAt(station, "EnergyTransfer")) {
      endTransaction(station, evse, trigger, state === "SuspendedEV" ? "StoppedByEV" : "Local", null, state);
      return;
    }
    updateTransaction(station, evse, transaction, trigger);
  } else if (state === "Charging" && authorization && startsAt(station, "EnergyTransfer")) {
    startTransaction(station, evse, authorization, authorization.remote ? "RemoteStart" : trigger);
  }
  if (connector) reportStatus(station, evse, connector);
}

/** Sets the state without telling anyone; keeps the register and the timer of the full battery right. */
export function switchEnergy(station: StationState, evse: EvseState, state: ChargingState): void {
  advance(evse, station.now);
  evse.chargingState = state;
  if (state !== "Charging") {
    evse.meter.flowingSince = null;
    cancelTimer(station, fullTimer(evse));
    return;
  }
  evse.meter.flowingSince ??= station.now;
  const full = fullAt(evse);
  if (full !== null) setTimer(station, fullTimer(evse), (full - station.now) / 1000);
}

/** The battery should be full by now. */
export function onFullTimer(station: StationState, evse: EvseState): void {
  advance(evse, station.now);
  const ev = activeConnector(evse)?.ev;
  if (evse.chargingState !== "Charging" || !ev) return;
  if (ev.soc >= 100) setChargingState(station, evse, "SuspendedEV");
  else switchEnergy(station, evse, "Charging");
}

/**
 * The driver's right to charge here ends: by token, by the CSMS, or because the token proved invalid. Whether the
 * transaction ends as well depends on the stop points (E06.FR.03-07, E05.FR.09-10).
 */
export function deauthorize(
  station: StationState,
  evse: EvseState,
  trigger: TriggerReason,
  reason: StopReason,
  token: IdToken | null,
): void {
  const { transaction } = evse;
  cancelTimer(station, connectionTimer(evse));
  const rest: ChargingState = activeConnector(evse)?.ev ? "EVConnected" : "Idle";
  if (!transaction) {
    evse.authorization = null;
    switchEnergy(station, evse, rest);
    markFinished(evse);
    reportEvse(station, evse);
    return;
  }
  const invalid = trigger === "Deauthorized";
  if (stopsAt(station, "Authorized", "PowerPathClosed") || (invalid && stopsAt(station, "EnergyTransfer"))) {
    endTransaction(station, evse, trigger, reason, token, rest);
    return;
  }
  updateTransaction(station, evse, transaction, trigger, { token });
  evse.authorization = null;
  if (evse.chargingState === "Charging" && stopsAt(station, "EnergyTransfer")) {
    endTransaction(station, evse, "ChargingStateChanged", reason, null, rest);
    return;
  }
  markFinished(evse);
  setChargingState(station, evse, rest);
  reportEvse(station, evse);
}

/** Ends the transaction of an EVSE for good. @param state what the EVSE is left in */
export function endTransaction(
  station: StationState,
  evse: EvseState,
  trigger: TriggerReason,
  reason: StopReason,
  token: IdToken | null,
  state: ChargingState,
): void {
  const { transaction } = evse;
  if (!transaction) return;
  switchEnergy(station, evse, state);
  markFinished(evse);
  closeTransaction(station, evse, transaction, trigger, reason, token);
  evse.authorization = null;
  cancelTimer(station, connectionTimer(evse));
  for (const { transactionEnded } of station.blocks) transactionEnded?.(station, evse);
  reportEvse(station, evse);
}

function markFinished(evse: EvseState): void {
  const connector = activeConnector(evse);
  if (connector) connector.finished = connector.ev !== null;
}

/** Someone may charge at this EVSE: at once if the cable is in, else as soon as it is. */
export function grant(station: StationState, evse: EvseState, authorization: Authorization): void {
  evse.authorization = authorization;
  const connector = activeConnector(evse);
  const trigger: TriggerReason = authorization.remote ? "RemoteStart" : "Authorized";
  if (connector?.finished) connector.finished = false;
  const { transaction } = evse;
  if (transaction) {
    transaction.idToken = authorization.token;
    transaction.group = authorization.group;
    transaction.remoteStartId = authorization.remoteStartId;
    transaction.energyLimit = null;
    const remoteStart = authorization.remoteStartId !== null;
    updateTransaction(station, evse, transaction, trigger, { token: authorization.token, remoteStart });
  } else if (startsAt(station, "Authorized")) startTransaction(station, evse, authorization, trigger);
  if (connector?.ev) {
    closePowerPath(station, evse, trigger);
    reportStatus(station, evse, connector);
    return;
  }
  awaitCable(station, connectionTimer(evse));
  reportEvse(station, evse);
}

/** Who may charge has so long to plug in (1.6 ConnectionTimeOut, E03.FR.05). */
export function awaitCable(station: StationState, timer: Timer): void {
  setTimer(station, timer, station.parameters.connectionTimeout);
}

/** The authorized driver did not plug in (1.6 ConnectionTimeOut, E03.FR.05). */
export function onConnectionTimeout(station: StationState, evse: EvseState): void {
  if (activeConnector(evse)?.ev) return;
  notice(station, "info", `Nobody plugged in at EVSE ${String(evse.id)} in time.`);
  if (evse.transaction) endTransaction(station, evse, "EVConnectTimeout", "Timeout", null, "Idle");
  evse.authorization = null;
  reportEvse(station, evse);
}
